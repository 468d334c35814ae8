package org.sockeye.spi;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

public record EventPacket(String namespace, List<String> data, List<byte[]> attachments, OptionalLong id, Optional<String> offset) {
    public EventPacket(String namespace, List<String> data, List<byte[]> attachments, OptionalLong id) { this((String) null, (List) null, (List) null, (OptionalLong) null, (Optional) null); }
    public EventPacket at(String keptUnder) { throw null; }
}
