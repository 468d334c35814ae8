package org.sockeye.arquillian.container;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.spi.event.container.BeforeStart;
import org.jboss.arquillian.core.api.annotation.Observes;

/** The users of the tests, where WildFly looks for those of applications. */
public class WildflyUsers {

    private static final Path FOLDER = Path.of("standalone", "configuration");

    /** Before the server starts. */
    public void write(@Observes BeforeStart event) throws IOException {
        Path folder = Path.of(System.getProperty("wildfly.home")).resolve(FOLDER);
        write(folder.resolve("application-users.properties"), WildflyUsers::digest);
        write(folder.resolve("application-roles.properties"), user -> String.join(",", user.roles()));
    }

    private static void write(Path file, Function<TestUser, String> value) throws IOException {
        Files.writeString(
                file,
                TestUser.ALL.stream()
                        .map(user -> user.name() + "=" + value.apply(user) + "\n")
                        .collect(Collectors.joining()));
    }

    private static String digest(TestUser user) {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            String text = user.name() + ":ApplicationRealm:" + user.password();
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
