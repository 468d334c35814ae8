package org.sockeye.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.sockeye.fuzz.FuzzClient.Answer;
import org.sockeye.harness.CapturedLog;
import org.sockeye.harness.EmbeddedTomcat;
import org.sockeye.harness.EngineClient;

/** Whatever a request is: it is answered with what the protocol has for it, or with an error that the reference server has, too. */
class HttpFuzzTest {

    private static final String JSON_ERROR = "\\{\"code\":[0-5],\"message\":\"[A-Za-z ]+\"}";
    private static final String TEXT_ERROR = "[A-Za-z- ]+";

    private static final List<String> QUERY = Garbage.words(
            "EIO=4 EIO=3 EIO= EIO=5 EIO eio=4 transport=polling transport=polling transport=websocket transport= "
                    + "transport=__proto__ transport=constructor transport=toString transport transport[]=polling sid= "
                    + "sid=__proto__ sid sid=AAAAAAAAAAAAAAAAAAAA t=abc t= j=0 j= j=-1 j=1e3 j=alert(1) j b64=1 b64=true b64=0 "
                    + "b64 d=4 & & & & & = % %zz %00 %e2%82 %u0041 // ;");

    private static final List<String> BODY = Garbage.words(
            "4 40 40/admin, 42[\"a\"] 42[\"a\",1] 43[] 431[] 451- 451-[\"a\",{\"_placeholder\":true,\"num\":0}] bAQID b "
                    + "44{} \u001e \u001e \u001e 1 2 3 5 6 2probe 0 7 6:4hello 1:2 10:b4AQIDBA== : -1: 99999999999: 1e3: d= d=4 "
                    + "%1e \\n \u20ac \ud83d\ude00 {\"a\": [ \u0000 \u00ff \u0001\u0005\u00ff\u0004");

    private static final List<String> HEADERS = Garbage.words(
            "Origin Content-Type Content-Encoding Upgrade Connection Sec-WebSocket-Key Sec-WebSocket-Version "
                    + "Sec-WebSocket-Extensions Sec-WebSocket-Protocol Cookie Accept Accept-Encoding User-Agent X-Forwarded-For "
                    + "X-Forwarded-Proto Forwarded Range Access-Control-Request-Method Access-Control-Request-Headers Referer "
                    + "If-None-Match");

    private static final List<String> VALUES = Garbage.words(
            "websocket Upgrade keep-alive 13 8 , null * dGhlIHNhbXBsZSBub25jZQ== http://localhost https://evil.example "
                    + ": application/octet-stream text/plain;charset=UTF-8 application/x-www-form-urlencoded ;charset=none gzip "
                    + "identity deflate permessage-deflate io= GET \t \" bytes=0- W/ for=",
            " ");

    @SuppressWarnings("NullAway.Init") // set before all properties
    private static EmbeddedTomcat tomcat;

    @SuppressWarnings("NullAway.Init") // set before all properties
    private static FuzzClient client;

    /** Sessions that nobody polls end soon, so that a long run keeps few. */
    @BeforeContainer
    static void start() {
        tomcat = EmbeddedTomcat.builder()
                .setting("pingInterval", "500")
                .setting("pingTimeout", "500")
                .setting("maxPayload", "1000")
                .setting("allowEIO3", "true")
                .application(io -> io.onConnection(socket -> socket.on("a", event -> socket.emit("a", event.count()))))
                .start();
        client = new FuzzClient(tomcat.port());
    }

    @AfterContainer
    static void stop() {
        client.close();
        tomcat.close();
    }

    @Provide
    Arbitrary<String> queries() {
        return Garbage.of(10, QUERY).map(HttpFuzzTest::escaped);
    }

    @Provide
    Arbitrary<byte[]> bodies() {
        return Arbitraries.oneOf(
                Garbage.of(8, BODY).map(text -> text.getBytes(UTF_8)),
                Garbage.of(8, BODY).map(text -> text.getBytes(ISO_8859_1)),
                Arbitraries.bytes().array(byte[].class).ofMaxSize(60),
                Arbitraries.integers()
                        .between(990, 1010)
                        .map(size -> "4".repeat(size).getBytes(UTF_8)));
    }

    @Provide
    Arbitrary<Map<String, String>> headers() {
        Arbitrary<String> values = Garbage.of(3, VALUES).map(HttpFuzzTest::printable);
        return Arbitraries.maps(Arbitraries.of(HEADERS), values).ofMaxSize(6);
    }

    @Provide
    Arbitrary<String> methods() {
        return Arbitraries.of("POST", "POST", "PUT", "DELETE", "OPTIONS", "HEAD", "PATCH", "get", "FOO");
    }

    @Provide
    Arbitrary<String> dialects() {
        return Arbitraries.of("EIO=4", "EIO=3", "EIO=3&b64=1", "EIO=3&j=0", "EIO=4&j=0");
    }

    @Provide
    Arbitrary<String> contentTypes() {
        return Arbitraries.of(
                "text/plain;charset=UTF-8",
                "text/plain",
                "application/octet-stream",
                "text/html;charset=none",
                "application/x-www-form-urlencoded",
                "APPLICATION/OCTET-STREAM",
                "multipart/form-data; boundary=x",
                "");
    }

    @Property
    void a_GET_with_any_query_and_headers_opens_a_session_or_is_an_error(
            @ForAll("queries") String query, @ForAll("headers") Map<String, String> headers) {
        Answer answer = quietly(() -> client.ask("GET", "/socket.io/?" + query, headers, new byte[0]));
        assertDefined(answer, headers);
        if (answer.status() == 200) {
            assertThat(answer.body()).contains("sid").contains("upgrades");
        }
    }

    @Property
    void a_request_by_any_method_that_opens_no_session_is_an_error(
            @ForAll("methods") String method,
            @ForAll("queries") String query,
            @ForAll("headers") Map<String, String> headers,
            @ForAll("bodies") byte[] body) {
        Answer answer = quietly(() -> client.ask(method, "/socket.io/?" + query, headers, body));
        assertDefined(answer, headers);
        assertThat(answer.status()).isIn(204, 400, 403, 405, 413);
    }

    @Property
    void a_POST_with_any_body_is_taken_or_is_an_error_and_ends_a_session_at_most(
            @ForAll("bodies") byte[] body,
            @ForAll("contentTypes") String type,
            @ForAll("dialects") String dialect,
            @ForAll boolean connected) {
        String session = open(dialect);
        if (connected) {
            client.ask("POST", session, Map.of(), "40".getBytes(UTF_8));
        }
        Answer answer = quietly(() -> client.ask("POST", session, Map.of("Content-Type", type), body));
        assertDefined(answer, Map.of());
        assertThat(answer.status()).isIn(200, 400, 413);
        assertThat(answer.body()).matches("ok|(" + JSON_ERROR + ")?");
    }

    @Property
    void a_POST_to_a_session_with_any_more_parameters_and_headers_is_taken_or_is_an_error(
            @ForAll("queries") String query,
            @ForAll("headers") Map<String, String> headers,
            @ForAll("dialects") String dialect) {
        String session = open(dialect);
        Answer answer = quietly(() -> client.ask("POST", session + "&" + query, headers, "40".getBytes(UTF_8)));
        assertDefined(answer, headers);
    }

    /** The address of a session that was just opened. */
    private static String open(String dialect) {
        String address = "/socket.io/?transport=polling&" + dialect;
        Answer opened = client.ask("GET", address, Map.of(), new byte[0]);
        assertThat(opened.status()).isEqualTo(200);
        return address + "&sid=" + EngineClient.sidOf(opened.body().replace("\\", ""));
    }

    private static void assertDefined(Answer answer, Map<String, String> headers) {
        assertThat(answer.status()).isIn(101, 200, 204, 400, 403, 405, 413, 415, 426);
        if (answer.status() >= 400) {
            boolean upgrade = headers.containsKey("Upgrade");
            assertThat(answer.body()).matches("(" + JSON_ERROR + (upgrade ? "|" + TEXT_ERROR : "") + ")?");
        }
    }

    /** Nothing that a client sends is a reason for a stack trace. */
    private static <T> T quietly(Supplier<T> asking) {
        try (CapturedLog log = new CapturedLog("")) {
            T answer = asking.get();
            assertThat(log.text(Level.SEVERE)).isEmpty();
            assertThat(log.text(Level.WARNING)).doesNotContain("\tat ");
            return answer;
        }
    }

    /** The container itself refuses characters that may not stand in a request line. */
    private static String escaped(String query) {
        StringBuilder escaped = new StringBuilder();
        for (byte b : query.getBytes(UTF_8)) {
            boolean plain = (b > 0 && Character.isLetterOrDigit(b)) || "&=%+-._~;/()".indexOf(b) >= 0;
            escaped.append(plain ? String.valueOf((char) b) : String.format("%%%02x", b));
        }
        return escaped.toString();
    }

    private static String printable(String value) {
        return value.replaceAll("[^\t\\x20-\\x7e\\xa0-\\xff]", "?").strip();
    }
}
