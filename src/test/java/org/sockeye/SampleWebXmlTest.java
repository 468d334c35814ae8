package org.sockeye;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sockeye.harness.EmbeddedTomcat;
import org.sockeye.harness.EngineClient;
import org.w3c.dom.Comment;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** docs/sample-web.xml has every setting, says what it is, and works as it stands. */
class SampleWebXmlTest {

    private static final Path SAMPLE = Path.of("docs", "sample-web.xml");

    /** The comment before each init-param of the first servlet, by its name. */
    private final Map<String, String> comments = new LinkedHashMap<>();

    private final Map<String, String> values = new LinkedHashMap<>();

    @BeforeEach
    void read() throws Exception {
        Node servlet = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(SAMPLE.toFile())
                .getElementsByTagName("servlet")
                .item(0);
        String comment = "";
        for (Node node : children(servlet)) {
            if (node instanceof Comment text) {
                comment = text.getTextContent().strip().replaceAll("\\s+", " ");
            } else if (node instanceof Element parameter
                    && parameter.getTagName().equals("init-param")) {
                comments.put(text(parameter, "param-name"), comment);
                values.put(text(parameter, "param-name"), text(parameter, "param-value"));
                comment = "";
            }
        }
    }

    private static List<Node> children(Node parent) {
        List<Node> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            children.add(child);
        }
        return children;
    }

    private static String text(Element parent, String name) {
        return parent.getElementsByTagName(name).item(0).getTextContent();
    }

    @Test
    void it_has_every_setting_and_no_other() {
        assertThat(values.keySet()).containsExactlyElementsOf(SocketIoConfig.names());
    }

    @ParameterizedTest
    @EnumSource
    void a_comment_says_what_a_setting_does_what_is_allowed_and_what_holds_without_it(Setting setting) {
        String standard = ReadmeSettingsTest.text(setting.defaultValue());
        assertThat(comments.get(setting.settingName()))
                .containsPattern("^\\p{Lu}.{10,}\\. Allowed: ")
                .doesNotContain("(more)")
                .endsWith("Allowed: " + setting.allowed().replaceAll("\\.$", "") + ". Default: "
                        + (standard.isEmpty() ? "nothing" : standard) + ".");
    }

    @Test
    void it_works_as_it_stands() throws Exception {
        try (EmbeddedTomcat tomcat = EmbeddedTomcat.builder()
                .file("WEB-INF/web.xml", Files.readString(SAMPLE))
                .start()) {
            SocketIoConfig chat = tomcat.server().config();
            Map<String, String> inForce = new LinkedHashMap<>(values);
            inForce.remove("dispatch"); // auto is what it comes to be here
            assertThat(tomcat.server().name()).isEqualTo("chat");
            assertThat(chat.given()).containsAllEntriesOf(inForce);
            SocketIoServer admin = (SocketIoServer)
                    Objects.requireNonNull(tomcat.attribute(SocketIoServer.class.getName() + "#admin"));
            assertThat(admin.config().maxPayload()).isEqualTo(500_000);
            assertThat(admin.config().transports()).containsExactly(Transport.WEBSOCKET);
            assertThat(admin.config().pingInterval()).isEqualTo(Duration.ofSeconds(25));
            assertThat(new EngineClient(tomcat.http("/chat/")).connect()).isNotEmpty();
            assertThat(new EngineClient(tomcat.http("/admin/"))
                            .webSocket("EIO=4&transport=websocket")
                            .next())
                    .startsWith("0{");
        }
    }
}
