package org.sockeye.internal.protocol;

import java.util.List;
import java.util.function.Predicate;

/** Payloads of revision 4: packets with a record separator between them, and bytes as base64. */
final class PayloadsV4 implements PayloadCodec {

    private static final char SEPARATOR = '\u001e';

    private final int maxPackets;

    PayloadsV4(int maxPackets) {
        this.maxPackets = maxPackets;
    }

    @Override
    public int sizeOf(Frame frame) {
        int content = frame instanceof Frame.Binary ? 1 + Base64Text.length(frame.size()) : frame.size();
        return content + 1;
    }

    @Override
    public Payload encode(List<Frame> frames) {
        if (frames.size() == 1) {
            return Payload.text(EngineCodecV4.text(frames.get(0)));
        }
        StringBuilder payload = new StringBuilder();
        for (Frame frame : frames) {
            if (payload.length() > 0) {
                payload.append(SEPARATOR);
            }
            payload.append(EngineCodecV4.text(frame));
        }
        return Payload.text(payload.toString());
    }

    @Override
    public boolean accepts(String contentType) {
        return !Payload.isBinary(contentType);
    }

    @Override
    public boolean decode(Payload body, Predicate<EnginePacket> sink) {
        String text = body.text();
        int start = 0;
        for (int count = 0; count < maxPackets; count++) {
            int separator = text.indexOf(SEPARATOR, start);
            int end = separator < 0 ? text.length() : separator;
            if (!EngineCodecV4.decode(text, start, end).filter(sink).isPresent()) {
                return false;
            }
            if (separator < 0) {
                return true;
            }
            start = end + 1;
        }
        return false;
    }
}
