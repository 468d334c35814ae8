package org.sockeye.internal.json;

import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockeye.PayloadException;
import org.sockeye.spi.JsonCodec;

/**
 * The built-in codec, and a library for what is not built in.
 *
 * <p>A built-in type, with all that is inside it, is read and written as on a plain servlet container, whatever the library. Other types go to
 * the library whole, straight from the text and into it. Bytes reach it as base64 (see {@link Placeholders}).
 */
abstract class BindingCodec implements JsonCodec, Foreign {

    /** Writes an object, whose bytes it appends to {@code attachments}. */
    abstract String toJson(Object value, List<byte[]> attachments) throws Exception;

    /** Reads an object out of bounded JSON without placeholders. */
    abstract @Nullable Object fromJson(String json, Type type) throws Exception;

    /** Where in the JSON something does not fit; {@code null} if what the library threw does not tell. */
    abstract @Nullable String path(Throwable thrown);

    @Override
    public void checkReadable(Type type) {
        if (type == void.class || type instanceof TypeVariable<?>) {
            throw new PayloadException("A value of type " + type.getTypeName() + " cannot be read: name a class");
        }
    }

    @Override
    public final String write(@Nullable Object value, List<byte[]> attachments) {
        return BuiltInWriter.write(value, this, attachments);
    }

    @Override
    public boolean claims(Object container) {
        return false;
    }

    @Override
    public final String json(Object value, List<byte[]> attachments) {
        try {
            return JsonText.withoutLoneSurrogates(toJson(value, attachments));
        } catch (PayloadException e) {
            throw e;
        } catch (Exception | StackOverflowError e) {
            throw new PayloadException(
                    value.getClass().getTypeName() + " cannot be written as JSON: " + Misfit.reason(e), path(e), e);
        }
    }

    @Override
    public final @Nullable Object read(String json, Type type, List<byte[]> attachments) {
        if (JavaTypes.areBuiltIn(type)) {
            return BuiltInReader.read(json, type, attachments);
        }
        checkReadable(type);
        if (JavaTypes.raw(type) == Optional.class) {
            return Optional.ofNullable(read(json, JavaTypes.element(type), attachments));
        }
        return bind(Placeholders.inline(json, attachments), type);
    }

    private @Nullable Object bind(String json, Type type) {
        try {
            return fromJson(json, type);
        } catch (PayloadException e) {
            throw e;
        } catch (Exception | StackOverflowError e) {
            throw Misfit.of(type, path(e), e);
        }
    }
}
