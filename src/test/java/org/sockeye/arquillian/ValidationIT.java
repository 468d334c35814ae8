package org.sockeye.arquillian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.ClassLoaderAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.json.JSONObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Payloads are validated once: by us on Tomcat with Hibernate Validator in the WAR, by the container elsewhere. */
@ArquillianTest
@RunAsClient
class ValidationIT {

    @ArquillianResource
    @SuppressWarnings("NullAway.Init") // set by Arquillian before each test
    private URL application;

    /** Its classes are not loaded here: the API of validation is in the WAR. */
    @Deployment(testable = false)
    static WebArchive application() {
        WebArchive war = Wars.of("validation.war");
        for (String part : List.of("", "$Message", "$NotOdd", "$NotOdd$Counting")) {
            String file = "org/sockeye/arquillian/Validated" + part + ".class";
            war.addAsWebInfResource(new ClassLoaderAsset(file), "classes/" + file);
        }
        String provider = System.getProperty("tested.war.validation");
        if (provider != null) {
            war.addAsLibraries(Objects.requireNonNull(new File(provider).listFiles()));
        }
        return war;
    }

    @ParameterizedTest
    @EnumSource
    void a_payload_that_is_valid_is_validated_once_and_observed(ClientTransport transport) throws Exception {
        try (TestClient alice = new TestClient(application, transport)) {
            int before = asked(alice);
            assertThat(alice.ask("said", new JSONObject().put("text", "hi"))).containsExactly("heard hi");
            assertThat(asked(alice)).isEqualTo(before + 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void one_that_is_not_is_validated_once_and_answered_with_what_is_wrong(ClientTransport transport) throws Exception {
        try (TestClient alice = new TestClient(application, transport)) {
            int before = asked(alice);
            JSONObject answer = (JSONObject)
                    alice.ask("said", new JSONObject().put("text", "odd")).get(0);
            JSONObject error = answer.getJSONObject("error");
            assertThat(error.getString("code")).isEqualTo("constraint_violation");
            JSONObject violation = error.getJSONArray("violations").getJSONObject(0);
            assertThat(violation.getString("path")).isEqualTo("text");
            assertThat(violation.getString("message")).isEqualTo("must not be odd");
            assertThat(asked(alice)).isEqualTo(before + 1);
        }
    }

    private static int asked(TestClient client) throws Exception {
        return (int) client.ask("asked").get(0);
    }
}
