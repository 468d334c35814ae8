package org.sockeye.internal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.sockeye.ConfigurationException;
import org.sockeye.spi.PacketParser;

class ParsersTest {

    private final ClassLoader loader = Objects.requireNonNull(getClass().getClassLoader());

    @Test
    void the_default_is_no_service() {
        assertThat(Parsers.find("default", loader)).isNull();
    }

    @Test
    void msgpack_is_in_the_jar() {
        assertThat(Parsers.find("msgpack", loader))
                .extracting(PacketParser::name)
                .isEqualTo("msgpack");
    }

    @Test
    void another_name_is_refused_with_those_that_there_are() {
        assertThatThrownBy(() -> Parsers.find("protobuf", loader))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("parser", "protobuf", "default, msgpack");
    }
}
