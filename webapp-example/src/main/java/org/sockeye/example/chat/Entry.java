package org.sockeye.example.chat;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What a page sends to enter a room. */
public record Entry(
        @NotBlank(message = "Name a room.") @Size(max = 30, message = "At most {max} characters.") String room) {

    public Entry {
        room = Typed.tidy(room);
    }
}
