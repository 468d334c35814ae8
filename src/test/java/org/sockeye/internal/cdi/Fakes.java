package org.sockeye.internal.cdi;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockeye.Handshake;
import org.sockeye.Namespace;
import org.sockeye.PayloadException;
import org.sockeye.Socket;
import org.sockeye.spi.JsonCodec;

/** Objects that are told apart only by identity, and know what a test gave them. */
final class Fakes {

    private Fakes() {}

    /** A socket in the main namespace, with a handshake of its own. */
    static Socket socket(String id) {
        return socket(id, "/");
    }

    /** A socket of its own namespace and handshake. */
    static Socket socket(String id, String namespace) {
        return fake(
                Socket.class,
                Map.of(
                        "id",
                        id,
                        "namespace",
                        fake(Namespace.class, Map.of("name", namespace)),
                        "handshake",
                        fake(Handshake.class, Map.of())));
    }

    /** A socket of somebody, or of nobody who has logged in. */
    static Socket socketOf(String id, @Nullable Principal caller) {
        Handshake handshake = proxy(
                Handshake.class,
                (self, method, arguments) ->
                        method.getName().equals("principal") ? caller : identity(self, method.getName(), arguments));
        Socket plain = socket(id);
        return fake(Socket.class, Map.of("id", id, "namespace", plain.namespace(), "handshake", handshake));
    }

    /** A socket of a caller in these roles, and in no others. */
    static Socket socketIn(String... roles) {
        Handshake handshake = proxy(Handshake.class, (self, method, arguments) -> switch (method.getName()) {
            case "isUserInRole" -> List.of(roles).contains(arguments[0]);
            case "principal" -> (Principal) () -> "ann";
            default -> identity(self, method.getName(), arguments);
        });
        Socket plain = socket("caller");
        return fake(Socket.class, Map.of("id", "caller", "namespace", plain.namespace(), "handshake", handshake));
    }

    /** A socket that collects the names of the events that it is told to emit. */
    static Socket socketThatEmitsInto(List<String> sent) {
        return proxy(Socket.class, (self, method, arguments) -> {
            if (method.getName().equals("emit")) {
                sent.add((String) arguments[0]);
                return null;
            }
            return identity(self, method.getName(), arguments);
        });
    }

    /** A codec that can read everything but one type. */
    static JsonCodec codecThatRefuses(Type refused) {
        return proxy(JsonCodec.class, (self, method, arguments) -> {
            if (arguments[0].equals(refused)) {
                throw new PayloadException("refused");
            }
            return null;
        });
    }

    private static <T> T fake(Class<T> type, Map<String, Object> answers) {
        return proxy(type, (self, method, arguments) -> {
            Object answer = answers.get(method.getName());
            return answer != null ? answer : identity(self, method.getName(), arguments);
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(Fakes.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object identity(Object self, String method, Object[] arguments) {
        return switch (method) {
            case "equals" -> self == arguments[0];
            case "hashCode" -> System.identityHashCode(self);
            case "toString" -> "fake " + self.getClass().getInterfaces()[0].getSimpleName();
            default -> throw new AssertionError("not expected: " + method);
        };
    }
}
