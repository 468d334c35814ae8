package org.sockeye.internal.core;

import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockeye.PayloadException;
import org.sockeye.Reply;
import org.sockeye.TypeRef;
import org.sockeye.internal.protocol.JsonArray;
import org.sockeye.spi.AnswerPacket;
import org.sockeye.spi.JsonCodec;

/** Arguments as they came: JSON that is bound when it is asked for. */
final class ReceivedArguments implements Reply {

    private final JsonCodec json;
    private final JsonArray data;
    private final int first;
    private final List<byte[]> attachments;

    /** The elements of an array from {@code first} on. */
    ReceivedArguments(JsonCodec json, JsonArray data, int first, List<byte[]> attachments) {
        this.json = json;
        this.data = data;
        this.first = first;
        this.attachments = attachments;
    }

    /** What came from somewhere else as data. */
    static ReceivedArguments of(JsonCodec json, AnswerPacket answer) {
        return new ReceivedArguments(json, JsonArray.of(answer.data()), 0, answer.attachments());
    }

    /** As data that can be sent elsewhere. */
    AnswerPacket toAnswer() {
        return new AnswerPacket(data.elements().subList(first, data.size()), attachments);
    }

    @Override
    public int count() {
        return data.size() - first;
    }

    @Override
    @SuppressWarnings("unchecked") // a codec answers a value of the type; Class.cast would refuse int.class
    public <T> @Nullable T argument(int index, Class<T> type) {
        return (T) argument(index, (Type) type);
    }

    @Override
    @SuppressWarnings("unchecked") // as above
    public <T> @Nullable T argument(int index, TypeRef<T> type) {
        return (T) argument(index, type.type());
    }

    @Nullable
    Object argument(int index, Type type) {
        if (index < 0) {
            throw new IndexOutOfBoundsException(index);
        }
        Object value = index < count() ? read(index, type) : null;
        if (value == null && type instanceof Class<?> primitive && primitive.isPrimitive()) {
            throw Misfit.missing(this, index, primitive);
        }
        return value;
    }

    private @Nullable Object read(int index, Type type) {
        try {
            return json.read(data.element(first + index), type, attachments);
        } catch (PayloadException unfit) {
            throw Misfit.of(this, index, unfit);
        }
    }
}
