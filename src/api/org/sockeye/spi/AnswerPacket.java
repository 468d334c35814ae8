package org.sockeye.spi;

import java.util.List;

public record AnswerPacket(List<String> data, List<byte[]> attachments) {
}
