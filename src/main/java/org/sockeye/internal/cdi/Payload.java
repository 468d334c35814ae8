package org.sockeye.internal.cdi;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockeye.Arguments;
import org.sockeye.PayloadException;
import org.sockeye.SocketEvent;
import org.sockeye.internal.core.ReceivedEvent;
import org.sockeye.spi.JsonCodec;

/** How an event becomes what an observer asks for: the event itself, or its first argument as some type. */
record Payload(Type type) {

    /**
     * Makes sure that it can be read at all.
     *
     * @throws PayloadException if it cannot
     */
    void checkReadable(JsonCodec json) {
        if (!isEvent()) {
            Type content = optional();
            json.checkReadable(content == null ? type : content);
        }
    }

    /**
     * What the observer is called with.
     *
     * @throws PayloadException if the argument does not fit the type, or there is none and the type is not optional
     */
    Object of(ReceivedEvent event) {
        if (isEvent()) {
            return event;
        }
        Type content = optional();
        return content == null ? required(event) : Optional.ofNullable(event.argument(0, content));
    }

    private Object required(ReceivedEvent event) {
        Object value = event.argument(0, type);
        if (value == null) {
            throw new PayloadException("there is no value; observe an Optional or a SocketEvent to be called without");
        }
        return value;
    }

    private boolean isEvent() {
        return type == SocketEvent.class || type == Arguments.class;
    }

    /** What an {@code Optional} is asked to hold; {@code null} when the type is none. */
    private @Nullable Type optional() {
        if (type == Optional.class) {
            return Object.class;
        }
        return type instanceof ParameterizedType generic && generic.getRawType() == Optional.class
                ? generic.getActualTypeArguments()[0]
                : null;
    }
}
