package org.sockeye.internal.integration.jmx;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.sockeye.DisconnectReason;
import org.sockeye.RefusalCause;
import org.sockeye.ServerMetrics;
import org.sockeye.Transport;

/** Shows the metrics of a server. */
record ServerBean(ServerMetrics metrics, String dispatch) implements ServerMXBean {

    @Override
    public int getSessions() {
        return metrics.sessions();
    }

    @Override
    public int getPollingSessions() {
        return metrics.sessions(Transport.POLLING);
    }

    @Override
    public int getWebSocketSessions() {
        return metrics.sessions(Transport.WEBSOCKET);
    }

    @Override
    public int getSockets() {
        return metrics.sockets();
    }

    @Override
    public long getPacketsIn() {
        return metrics.packetsIn();
    }

    @Override
    public long getPacketsOut() {
        return metrics.packetsOut();
    }

    @Override
    public long getBytesIn() {
        return metrics.bytesIn();
    }

    @Override
    public long getBytesOut() {
        return metrics.bytesOut();
    }

    @Override
    public long getOutboxBytes() {
        return metrics.outboxBytes();
    }

    @Override
    public long getAcksPending() {
        return metrics.acksPending();
    }

    @Override
    public long getNetworkFailures() {
        return metrics.networkFailures();
    }

    @Override
    public Map<String, Long> getDisconnects() {
        Map<String, Long> counts = new TreeMap<>();
        for (DisconnectReason reason : DisconnectReason.values()) {
            counts.put(reason.text(), metrics.disconnects(reason));
        }
        return counts;
    }

    @Override
    public Map<String, Long> getRefusals() {
        Map<String, Long> counts = new TreeMap<>();
        for (RefusalCause cause : RefusalCause.values()) {
            counts.put(cause.name().toLowerCase(Locale.ROOT).replace('_', ' '), metrics.refusals(cause));
        }
        return counts;
    }

    @Override
    public String getDispatch() {
        return dispatch;
    }
}
