package org.sockeye.internal.engine;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.sockeye.Transport;
import org.sockeye.internal.protocol.EnginePacket;
import org.sockeye.internal.protocol.Frame;

/** Keeps what it saw of a session. */
final class RecordingWatcher implements SessionWatcher {

    final List<String> log = new CopyOnWriteArrayList<>();

    @Override
    public void received(EnginePacket packet) {
        log.add("in " + printed(packet));
    }

    @Override
    public void sent(Frame frame) {
        log.add("out " + printed(frame.packet()));
    }

    @Override
    public void drained() {
        log.add("drained");
    }

    @Override
    public void upgraded(Transport transport) {
        log.add("upgraded to " + transport.wireName());
    }

    private static String printed(EnginePacket packet) {
        return packet instanceof EnginePacket.Binary binary ? binary.data().length + " bytes" : packet.toString();
    }
}
