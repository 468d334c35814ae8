package org.sockeye.internal.cdi;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbException;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockeye.Acknowledgement;
import org.sockeye.PayloadException;
import org.sockeye.Socket;
import org.sockeye.TypeRef;
import org.sockeye.internal.core.ReceivedEvent;

/** An event as the core delivers it; arguments are JSON texts, or bytes. */
final class FakeEvent implements ReceivedEvent {

    private static final Jsonb JSONB = JsonbBuilder.create();

    private final Socket socket;
    private final String name;
    private final List<Object> arguments;
    /** Only used by the thread of the test. */
    private Runnable onAnswer = () -> {};

    FakeEvent(Socket socket, String name, Object... arguments) {
        this.socket = socket;
        this.name = name;
        this.arguments = List.of(arguments);
    }

    private final Acknowledgement acknowledgement = new Acknowledgement() {
        @Override
        public boolean isRequested() {
            return true;
        }

        @Override
        public boolean answer(@Nullable Object... values) {
            onAnswer.run();
            return true;
        }
    };

    /** Has something happen while an observer answers. */
    FakeEvent onAnswer(Runnable action) {
        onAnswer = action;
        return this;
    }

    @Override
    public @Nullable Object argument(int index, Type type) {
        Object argument = index < arguments.size() ? arguments.get(index) : "null";
        if (argument instanceof byte[]) {
            return argument;
        }
        try {
            return JSONB.fromJson(argument.toString(), type);
        } catch (JsonbException unfit) {
            throw new PayloadException("no " + type.getTypeName() + ": " + argument, unfit);
        }
    }

    @Override
    public <T> @Nullable T argument(int index, Class<T> type) {
        return type.cast(argument(index, (Type) type));
    }

    @Override
    @SuppressWarnings("unchecked") // the contract of TypeRef
    public <T> @Nullable T argument(int index, TypeRef<T> type) {
        return (T) argument(index, type.type());
    }

    @Override
    public int count() {
        return arguments.size();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Socket socket() {
        return socket;
    }

    @Override
    public Acknowledgement acknowledgement() {
        return acknowledgement;
    }
}
