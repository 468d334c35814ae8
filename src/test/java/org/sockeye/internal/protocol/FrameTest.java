package org.sockeye.internal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "é",
                "€",
                "😀",
                "a€b😀c\u0000",
                "\ud83d",
                "\ude00",
                "\ud83dx",
                "\ude00\ud83d",
                "\uffff"
            })
    void text_counts_as_its_bytes_in_UTF_8(String text) {
        assertThat(Frame.message(text).size()).isEqualTo(1 + text.getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void bytes_count_as_they_are() {
        assertThat(Frame.message(new byte[17]).size()).isEqualTo(17);
    }

    @Test
    void a_message_has_its_type_in_front() {
        assertThat(Frame.message("2[\"x\"]")).isEqualTo(new Frame.Text("42[\"x\"]"));
    }
}
