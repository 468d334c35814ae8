package org.sockeye.spi;

import java.util.List;

public record JsonValue(String json, List<byte[]> attachments) {
}
