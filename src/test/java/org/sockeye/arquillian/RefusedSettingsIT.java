package org.sockeye.arquillian;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot work stops the deployment, whatever the container. */
@ArquillianTest
@RunAsClient
class RefusedSettingsIT {

    @ArquillianResource
    @SuppressWarnings("NullAway.Init") // set by Arquillian before each test
    private Deployer deployer;

    @Deployment(name = "wrong value", managed = false, testable = false)
    static WebArchive wrongValue() {
        return war("wrong-value.war", contextParam("sockeye.pingInterval", "soon"));
    }

    @Deployment(name = "wrong name", managed = false, testable = false)
    static WebArchive wrongName() {
        return war("wrong-name.war", contextParam("sockeye.pingIntervall", "5"));
    }

    @Deployment(name = "no default server", managed = false, testable = false)
    static WebArchive noDefaultServer() {
        return war("no-default.war", server("chat") + server("admin")).addClass(Undecided.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong value", "wrong name", "no default server"})
    void the_deployment_is_stopped(String deployment) {
        assertThatThrownBy(() -> deployer.deploy(deployment)).isInstanceOf(Exception.class);
    }

    private static WebArchive war(String name, String content) {
        return Wars.of(name)
                .setWebXML(new StringAsset("<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\">"
                        + content + "</web-app>"));
    }

    private static String contextParam(String name, String value) {
        return "<context-param><param-name>" + name + "</param-name><param-value>" + value
                + "</param-value></context-param>";
    }

    private static String server(String name) {
        return """
                <servlet>
                  <servlet-name>%1$s</servlet-name>
                  <servlet-class>org.sockeye.internal.web.SocketIoServlet</servlet-class>
                  <async-supported>true</async-supported>
                </servlet>
                <servlet-mapping>
                  <servlet-name>%1$s</servlet-name>
                  <url-pattern>/%1$s/*</url-pattern>
                </servlet-mapping>
                """
                .formatted(name);
    }
}
