package org.sockeye.arquillian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** docs/sample-web.xml as it stands, with beans that are given both of its servers, observe both, and produce settings. */
@ArquillianTest
@RunAsClient
class SeveralServersIT {

    @ArquillianResource
    @SuppressWarnings("NullAway.Init") // set by Arquillian before each test
    private URL application;

    @Deployment(testable = false)
    static WebArchive application() {
        return Wars.of("several.war", Servers.class)
                .setWebXML(new File("docs/sample-web.xml"))
                .addAsResource(
                        new StringAsset("sockeye.admin.upgradeTimeout=PT6S"),
                        "META-INF/microprofile-config.properties");
    }

    @ParameterizedTest
    @EnumSource
    void an_observer_of_no_server_hears_the_default_one(ClientTransport transport) throws Exception {
        try (TestClient client = TestClient.ofServer(application, "chat", transport)) {
            assertThat(client.ask("which")).containsExactly("default", "chat");
        }
    }

    @Test
    void an_observer_of_a_server_hears_that_one() throws Exception {
        try (TestClient client = TestClient.ofServer(application, "admin", ClientTransport.WEBSOCKET)) {
            assertThat(client.ask("which")).containsExactly("admin", "admin");
        }
    }

    @Test
    void servers_are_injected_by_name_and_their_settings_come_from_web_xml_before_beans() throws Exception {
        try (TestClient client = TestClient.ofServer(application, "chat", ClientTransport.POLLING)) {
            assertThat(client.ask("injected")).containsExactly(true, true, "PT20S", "PT8S", "PT7S");
        }
        try (TestClient client = TestClient.ofServer(application, "admin", ClientTransport.WEBSOCKET)) {
            assertThat(client.ask("injected")).startsWith(false, true);
        }
    }

    @Test
    void microprofile_config_is_heard_where_the_container_has_it() throws Exception {
        try (TestClient client = TestClient.ofServer(application, "admin", ClientTransport.WEBSOCKET)) {
            assertThat(client.ask("upgrade timeout"))
                    .containsExactly(Container.HERE == Container.WILDFLY ? "PT6S" : "PT10S");
        }
    }
}
