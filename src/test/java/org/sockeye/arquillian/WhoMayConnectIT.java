package org.sockeye.arquillian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockeye.arquillian.container.TestUser.ALICE;
import static org.sockeye.arquillian.container.TestUser.BOB;

import io.socket.client.IO;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sockeye.arquillian.container.TestUser;

/** Users and roles of the container, and a security constraint in web.xml, hold for sockets. */
@ArquillianTest
@RunAsClient
class WhoMayConnectIT {

    private static final Pattern SID = Pattern.compile("\"sid\":\"([^\"]+)\"");

    @ArquillianResource
    @SuppressWarnings("NullAway.Init") // set by Arquillian before each test
    private URL application;

    @Deployment(testable = false)
    static WebArchive application() {
        return Wars.of("desk.war", Desk.class, AccountPage.class)
                .setWebXML(
                        Wars.webXml(
                                """
                        <security-constraint>
                          <web-resource-collection>
                            <web-resource-name>sockets</web-resource-name>
                            <url-pattern>/socket.io/*</url-pattern>
                            <url-pattern>/account</url-pattern>
                          </web-resource-collection>
                          <auth-constraint><role-name>user</role-name></auth-constraint>
                        </security-constraint>
                        <login-config><auth-method>BASIC</auth-method><realm-name>ApplicationRealm</realm-name></login-config>
                        <security-role><role-name>user</role-name></security-role>
                        <security-role><role-name>admin</role-name></security-role>
                        <context-param><param-name>sockeye.roles</param-name><param-value>user</param-value></context-param>
                        """));
    }

    private TestClient client(TestUser user, ClientTransport transport) throws Exception {
        TestClient client = new TestClient(application, "/", transport, TestClient.as(user));
        assertThat(client.await("welcome")).containsExactly(user.name());
        return client;
    }

    private HttpResponse<String> send(String path, TestUser user, HttpRequest.Builder request) throws Exception {
        String credentials = user.name() + ":" + user.password();
        String login = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(
                        request.uri(URI.create(application + path))
                                .header("Authorization", "Basic " + login)
                                .build(),
                        BodyHandlers.ofString());
    }

    private static String cookie(HttpResponse<?> answer) {
        List<String> all =
                answer.headers().allValues("Set-Cookie"); // a container may change the id as well, when it logs in
        String set = all.get(all.size() - 1);
        return set.substring(0, set.indexOf(';'));
    }

    private static Consumer<IO.Options> with(String cookie, TestUser user) {
        return options -> {
            TestClient.as(user).accept(options);
            Map<String, List<String>> headers = new HashMap<>(options.extraHeaders);
            headers.put("Cookie", List.of(cookie));
            options.extraHeaders = headers;
        };
    }

    @ParameterizedTest
    @EnumSource
    void principal_and_roles_are_those_of_the_container(ClientTransport transport) throws Exception {
        try (TestClient alice = client(ALICE, transport);
                TestClient bob = client(BOB, transport)) {
            assertThat(alice.ask("who am i")).containsExactly("alice", true, true);
            assertThat(bob.ask("who am i")).containsExactly("bob", true, false);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_observer_is_for_those_in_its_role(ClientTransport transport) throws Exception {
        try (TestClient alice = client(ALICE, transport);
                TestClient bob = client(BOB, transport)) {
            assertThat(alice.ask("close", 7)).containsExactly("closed", 7);
            JSONObject answer = (JSONObject) bob.ask("close", 7).get(0);
            assertThat(answer.getJSONObject("error").get("code")).isEqualTo("forbidden");
            assertThat(((JSONObject) alice.ask("never").get(0))
                            .getJSONObject("error")
                            .get("message"))
                    .isEqualTo("Forbidden");
        }
    }

    @Test
    void a_namespace_is_for_those_whom_its_observer_lets_in() throws Exception {
        new TestClient(application, "/admin", ClientTransport.WEBSOCKET, TestClient.as(ALICE)).close();
        Object why = TestClient.refused(application, "/admin", ClientTransport.WEBSOCKET, TestClient.as(BOB));
        assertThat(((JSONObject) why).get("message")).isEqualTo("Forbidden");
    }

    @Test
    void nobody_passes_the_constraint_without_logging_in() throws Exception {
        for (String query : List.of("EIO=4&transport=polling", "EIO=4&transport=websocket")) {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(application + "socket.io/?" + query))
                                    .build(),
                            BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(401);
        }
    }

    @Test
    void a_session_is_for_who_began_it() throws Exception {
        String polling = "socket.io/?EIO=4&transport=polling";
        Matcher opened =
                SID.matcher(send(polling, ALICE, HttpRequest.newBuilder()).body());
        assertThat(opened.find()).isTrue();
        String sid = polling + "&sid=" + opened.group(1);
        for (HttpResponse<String> stolen : List.of(
                send(sid, BOB, HttpRequest.newBuilder()),
                send(sid, BOB, HttpRequest.newBuilder().POST(BodyPublishers.ofString("40"))))) {
            assertThat(stolen.statusCode()).isEqualTo(403);
            assertThat(stolen.body()).isEqualTo("{\"code\":4,\"message\":\"Forbidden\"}");
        }
        HttpResponse<String> own = send(sid, ALICE, HttpRequest.newBuilder().POST(BodyPublishers.ofString("40")));
        assertThat(own.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void sockets_end_with_the_http_session_even_under_another_id(ClientTransport transport) throws Exception {
        String begun = cookie(send("account?begin", ALICE, HttpRequest.newBuilder()));
        String renewed =
                cookie(send("account?renew", ALICE, HttpRequest.newBuilder().header("Cookie", begun)));
        try (TestClient alice = new TestClient(application, "/", transport, with(renewed, ALICE));
                TestClient other = client(ALICE, transport)) {
            assertThat(alice.ask("who am i")).contains("alice");
            HttpRequest.Builder end = HttpRequest.newBuilder().header("Cookie", renewed);
            assertThat(send("account?end", ALICE, end).statusCode()).isEqualTo(200);
            assertThat(alice.awaitDisconnection()).isIn("io server disconnect", "transport close");
            assertThat(other.ask("who am i")).contains("alice");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_user_is_reached_on_every_device_and_can_be_logged_out(ClientTransport transport) throws Exception {
        try (TestClient phone = client(ALICE, transport);
                TestClient laptop = client(ALICE, transport);
                TestClient bob = client(BOB, transport)) {
            bob.emit("mail", new JSONObject(Map.of("to", "alice", "text", "hello")));
            assertThat(phone.await("mail")).containsExactly("hello");
            assertThat(laptop.await("mail")).containsExactly("hello");
            bob.emit("log out", "alice");
            assertThat(phone.awaitDisconnection()).isEqualTo("io server disconnect");
            assertThat(laptop.awaitDisconnection()).isEqualTo("io server disconnect");
            assertThat(bob.ask("who am i")).contains("bob");
        }
    }

    @ParameterizedTest
    @EnumSource
    void credentials_expire(ClientTransport transport) throws Exception {
        try (TestClient bob = client(BOB, transport)) {
            bob.emit("expire");
            assertThat(bob.awaitDisconnection()).isEqualTo("io server disconnect");
        }
    }
}
