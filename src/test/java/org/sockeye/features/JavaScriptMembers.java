package org.sockeye.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.sockeye.clients.NodeScript;

/** The public members of the classes of npm's socket.io, as its type declarations have them. */
record JavaScriptMembers(String version, List<String> names) {

    static final List<String> CLASSES = List.of("Server", "Namespace", "Socket", "BroadcastOperator", "RemoteSocket");

    static JavaScriptMembers read() {
        String output = NodeScript.run("../features/members.js", CLASSES.toArray(String[]::new));
        List<String> lines = output.lines().toList();
        assertThat(lines).as(output).first().asString().startsWith("socket.io ");
        List<String> names = lines.subList(1, lines.size());
        assertThat(names)
                .as(output)
                .allMatch(name -> name.matches("\\w+\\.\\w+"))
                .contains("Socket.onAny", "Server.on");
        return new JavaScriptMembers(lines.get(0), names);
    }
}
