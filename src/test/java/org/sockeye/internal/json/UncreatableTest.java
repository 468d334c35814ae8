package org.sockeye.internal.json;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.AbstractMap;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sockeye.PayloadException;
import org.sockeye.Socket;
import org.sockeye.TypeRef;
import org.sockeye.internal.json.Payloads.Colour;
import org.sockeye.internal.json.Payloads.Message;
import org.sockeye.internal.json.Payloads.Person;
import org.sockeye.spi.JsonCodec;

/** Which types JSON-B could never read, whatever is sent. */
class UncreatableTest {

    private final JsonCodec codec = JsonbCodec.create();

    @AfterEach
    void close() {
        codec.close();
    }

    /** Has no constructor that anybody could call who knows nothing of it. */
    public static final class Sealed {
        private Sealed() {}
    }

    /** Needs an outer instance. */
    public class Inner {
        JsonCodec codec() {
            return codec;
        }
    }

    @Test
    void refuses_at_once_what_it_could_never_create() {
        for (Type type : List.of(
                Thread.class,
                InputStream.class,
                Class.class,
                new TypeRef<Function<String, String>>() {}.type(),
                new TypeRef<List<Thread>>() {}.type(),
                Socket.class,
                AbstractMap.SimpleEntry[].class,
                Sealed.class,
                Inner.class)) {
            assertThatThrownBy(() -> codec.checkReadable(type))
                    .as(type.getTypeName())
                    .isInstanceOf(PayloadException.class)
                    .hasMessageContaining("allowed is a record");
        }
    }

    @Test
    void takes_what_json_b_knows() {
        for (Type type : List.of(
                Object.class,
                Instant.class,
                ZoneId.class,
                Calendar.class,
                TreeMap.class,
                UUID.class,
                Number[].class,
                JsonObject.class,
                Colour.class,
                Person.class,
                new TypeRef<Map<String, List<Message>>>() {}.type(),
                new TypeRef<Optional<LocalDate>>() {}.type())) {
            codec.checkReadable(type);
        }
    }
}
