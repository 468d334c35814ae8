package org.sockeye.example.chat;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/** What somebody says: to one person, on all of her devices, or else to everyone in the room. */
public record Words(
        @NotBlank(message = "Write something first.") @Size(max = 1000, message = "At most {max} characters.") String text,
        Optional<String> to) {

    public Words {
        text = Typed.tidy(text);
    }
}
