package org.sockeye.features;

import java.util.Arrays;
import java.util.Map;

/** What stands for a member in Java: a public method, inherited or not, of a type of the API, as {@code Type.method}. */
record Counterpart(String type, String method) {

    private static final Map<String, String> OTHER_NAMES =
            Map.of("Server", "SocketIoServer", "BroadcastOperator", "Broadcaster");

    static Counterpart named(String name) {
        int dot = name.lastIndexOf('.');
        return new Counterpart(name.substring(0, dot), name.substring(dot + 1));
    }

    /** The one of the same name. */
    static Counterpart of(String member) {
        Counterpart same = named(member);
        return new Counterpart(OTHER_NAMES.getOrDefault(same.type, same.type), same.method);
    }

    boolean exists() {
        try {
            return Arrays.stream(Class.forName("org.sockeye." + type).getMethods())
                    .filter(candidate -> candidate.getDeclaringClass() != Object.class)
                    .anyMatch(candidate -> candidate.getName().equals(method));
        } catch (ClassNotFoundException missing) {
            return false;
        }
    }

    @Override
    public String toString() {
        return type + "." + method;
    }
}
