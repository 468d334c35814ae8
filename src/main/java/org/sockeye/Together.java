package org.sockeye;

import java.nio.charset.StandardCharsets;

/** Which settings do not fit together. */
final class Together {

    /** The packet that opens a session is shorter. */
    private static final int OPENING_BYTES = 256;

    private Together() {}

    /**
     * Refuses settings that cannot work together.
     *
     * @throws ConfigurationException if some cannot
     */
    static void check(SocketIoConfig config) {
        checkSilence(config);
        HttpValues.checkTogether(config);
        checkOutbox(config);
    }

    private static void checkSilence(SocketIoConfig config) {
        long silence = config.pingInterval().toMillis() + config.pingTimeout().toMillis();
        if (silence > Integer.MAX_VALUE) {
            throw new ConfigurationException("Settings \"pingInterval\" and \"pingTimeout\" are together " + silence
                    + " milliseconds; allowed are 2147483647, as a browser's timer holds no more");
        }
    }

    /** Nobody could connect where not even the packets that a session begins with fit. */
    private static void checkOutbox(SocketIoConfig config) {
        int initialBytes = config.initialPacket().orElse("").getBytes(StandardCharsets.UTF_8).length;
        atLeast("maxOutboxBytes", config.maxOutboxBytes(), OPENING_BYTES + initialBytes);
        atLeast("maxOutboxPackets", config.maxOutboxPackets(), initialBytes == 0 ? 1 : 2);
    }

    private static void atLeast(String setting, int value, int least) {
        if (value < least) {
            throw new ConfigurationException("Setting \"" + setting + "\" is \"" + value
                    + "\", less than what a session begins with (setting \"initialPacket\"); allowed is a whole number from "
                    + least
                    + " to 2147483647");
        }
    }
}
