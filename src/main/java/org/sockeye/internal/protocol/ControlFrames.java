package org.sockeye.internal.protocol;

/** The packets that the engine itself sends, which are the same in both revisions. */
abstract class ControlFrames implements EngineCodec {

    private static final Frame CLOSE = control(EnginePacketType.CLOSE, "");
    private static final Frame PING = control(EnginePacketType.PING, "");
    private static final Frame PONG = control(EnginePacketType.PONG, "");
    private static final Frame PROBED = control(EnginePacketType.PONG, EnginePacket.Ping.PROBE);
    private static final Frame NOOP = control(EnginePacketType.NOOP, "");

    @Override
    public final Frame open(String json) {
        return control(EnginePacketType.OPEN, json);
    }

    @Override
    public final Frame close() {
        return CLOSE;
    }

    @Override
    public final Frame ping() {
        return PING;
    }

    @Override
    public final Frame pong() {
        return PONG;
    }

    @Override
    public final Frame probed() {
        return PROBED;
    }

    @Override
    public final Frame noop() {
        return NOOP;
    }

    private static Frame control(EnginePacketType type, String data) {
        return new Frame.Text(type.with(data));
    }
}
