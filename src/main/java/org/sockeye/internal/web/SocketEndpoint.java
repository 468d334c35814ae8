package org.sockeye.internal.web;

import static org.sockeye.internal.web.Log.LOG;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.sockeye.internal.engine.Counters;
import org.sockeye.internal.engine.WebSocketReceiver;

/** One WebSocket, from the container's side. Public for the container; made for each connection by {@link HiddenEndpoint}. */
public final class SocketEndpoint extends Endpoint {

    /** Set in onOpen, before anything else can happen. */
    private volatile @Nullable WebSocketReceiver receiver;

    /** Set with the receiver. */
    private volatile @Nullable Counters counters;

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        @Nullable WebSocketHandOver handOver = WebSocketHandOver.takeFrom(session, config);
        if (handOver == null) {
            refuse(session);
            return;
        }
        WebSocketTerms terms = handOver.terms();
        SessionLimits.apply(session, terms.maxPayload());
        SessionLink link = new SessionLink(session, terms.closer());
        try {
            WebSocketReceiver opened = handOver.open(link);
            receiver = opened;
            counters = terms.counters();
            session.addMessageHandler(
                    String.class,
                    new TextAssembler(terms.maxPayload(), terms.failures(), terms.counters(), opened, link));
            session.addMessageHandler(
                    ByteBuffer.class,
                    new BinaryAssembler(terms.maxPayload(), terms.failures(), terms.counters(), opened, link));
        } catch (RuntimeException failed) {
            terms.failures().log("A WebSocket could not be opened", failed);
            link.close(CloseCodes.UNEXPECTED_CONDITION.getCode(), "");
        }
    }

    @Override
    public void onClose(Session session, CloseReason reason) {
        @Nullable WebSocketReceiver opened = receiver;
        if (opened != null) {
            @Nullable String phrase = reason.getReasonPhrase();
            opened.closed(reason.getCloseCode().getCode(), phrase == null ? "" : phrase);
        }
    }

    @Override
    public void onError(Session session, Throwable failure) {
        LOG.log(Level.DEBUG, "a WebSocket broke", failure);
        @Nullable Counters counting = counters;
        if (counting != null) {
            counting.networkFailure();
        }
        @Nullable WebSocketReceiver opened = receiver;
        if (opened != null) {
            opened.failed(failure);
        }
    }

    private static void refuse(Session session) {
        try {
            session.close(new CloseReason(CloseCodes.VIOLATED_POLICY, ""));
        } catch (IOException gone) {
            LOG.log(Level.DEBUG, "a WebSocket that was refused is gone already", gone);
        }
    }
}
