package org.sockeye.arquillian;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What the container has said since this was made. It writes what it says before it goes on. */
final class ContainerLog {

    private static final Path FILE = Path.of(System.getProperty("container.log", "no container's log"));

    private final long start;

    ContainerLog() throws IOException {
        this.start = Files.size(FILE);
    }

    /** The lines that have this text. */
    List<String> linesWith(String text) throws IOException {
        return said().lines().filter(line -> line.contains(text)).toList();
    }

    String said() throws IOException {
        byte[] all = Files.readAllBytes(FILE);
        return new String(Arrays.copyOfRange(all, (int) start, all.length), StandardCharsets.UTF_8);
    }
}
