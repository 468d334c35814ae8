package org.sockeye.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.sockeye.PayloadException;
import org.sockeye.TypeRef;
import org.sockeye.spi.JsonCodec;

class YassonTypesTest extends TypesContract {

    @Override
    JsonCodec codec() {
        return Codecs.yasson();
    }

    @Test
    void an_empty_Optional_is_read_as_one() {
        assertThat(codec.read("{\"text\":null,\"number\":null}", Maybe.class, List.of()))
                .isEqualTo(new Maybe(Optional.empty(), OptionalInt.empty(), null));
    }

    @Test
    void what_does_not_fit_is_named_by_its_path_without_the_positions() {
        Type type = new TypeRef<List<Somewhere>>() {}.type();
        PayloadException unfit = catchThrowableOfType(
                PayloadException.class, () -> codec.read("[{},{\"point\":{\"x\":\"much\"}}]", type, List.of()));
        assertThat(unfit.path()).isEqualTo(".point.x");
        assertThat(catchThrowableOfType(PayloadException.class, () -> codec.read("[]", Point.class, List.of()))
                        .path())
                .isNull();
    }
}
