package org.sockeye.internal.json;

import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockeye.PayloadException;
import org.sockeye.spi.JsonCodec;

/** The codec of a plain servlet container: what JSON itself has, and binary. */
final class BuiltInCodec implements JsonCodec, Foreign {

    @Override
    public String name() {
        return "built-in";
    }

    @Override
    public void checkReadable(Type type) {
        if (!JavaTypes.areBuiltIn(type)) {
            throw unsupported(type, "read");
        }
    }

    @Override
    public String write(@Nullable Object value, List<byte[]> attachments) {
        return BuiltInWriter.write(value, this, attachments);
    }

    @Override
    public @Nullable Object read(String json, Type type, List<byte[]> attachments) {
        checkReadable(type);
        return BuiltInReader.read(json, type, attachments);
    }

    @Override
    public boolean claims(Object container) {
        return false;
    }

    @Override
    public String json(Object value, List<byte[]> attachments) {
        if (value instanceof Enum<?> constant) {
            return '"' + constant.name() + '"';
        }
        throw unsupported(value.getClass(), "written");
    }

    private static PayloadException unsupported(Type type, String done) {
        return new PayloadException(type.getTypeName() + " cannot be " + done
                + " without a JSON-B provider: add org.eclipse:yasson to the WAR");
    }
}
