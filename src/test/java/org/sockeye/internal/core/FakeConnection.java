package org.sockeye.internal.core;

import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.sockeye.HandshakeRequest;
import org.sockeye.Transport;
import org.sockeye.internal.engine.CloseReason;
import org.sockeye.internal.engine.Connection;
import org.sockeye.internal.engine.Outgoing;
import org.sockeye.internal.engine.SessionListener;
import org.sockeye.internal.engine.SessionWatcher;
import org.sockeye.internal.protocol.EnginePacket;
import org.sockeye.internal.protocol.Frame;

/** A client at the other end of nothing: what is sent to it is kept, what it sends is said to it. */
final class FakeConnection implements Connection {

    private final String sid;
    private final int protocol;
    private final AtomicBoolean open = new AtomicBoolean(true);
    /** Guarded by this. */
    private final List<Outgoing> sent = new ArrayList<>();
    /** Guarded by this. */
    private final List<Outgoing> queued = new ArrayList<>();

    private @Nullable SessionListener listener; // set once, before the first use

    /** Written by whoever looks on; confined to one thread at a time. */
    private volatile @Nullable SessionWatcher watcher;

    /** What the client says as soon as it is sent something, once; written by the test, read by whoever writes. */
    private final AtomicReference<@Nullable String> answer = new AtomicReference<>();

    /** What happens while something is queued, once; written by the test, taken by whoever queues. */
    private final AtomicReference<@Nullable Runnable> whileQueued = new AtomicReference<>();

    /** Set once, before the connection is opened. */
    private HandshakeRequest request = RequestBy.NOBODY;

    private volatile Transport transport = Transport.POLLING; // written by the test, read by any thread

    /** Set once, on the thread that opens, if the connection is closed before there is a listener. */
    private @Nullable CloseReason brokenEarly;

    /** A client of Engine.IO 4. */
    FakeConnection(String sid) {
        this(sid, 4);
    }

    FakeConnection(String sid, int protocol) {
        this.sid = sid;
        this.protocol = protocol;
    }

    /** The container says who the caller is. */
    FakeConnection by(Principal caller) {
        request = new RequestBy(caller);
        return this;
    }

    FakeConnection openedBy(SessionListener.Factory factory) {
        SessionListener opened = factory.opened(this);
        listener = opened;
        if (brokenEarly != null) {
            opened.closed(brokenEarly, null);
        }
        return this;
    }

    /** The client sends a Socket.IO packet's text. */
    FakeConnection says(String text) {
        SessionWatcher looking = watcher;
        if (looking != null) {
            looking.received(new EnginePacket.Text(text));
        }
        listener().received(text);
        return this;
    }

    /** The client sends an attachment. */
    FakeConnection says(byte[] data) {
        listener().received(data);
        return this;
    }

    /** The connection breaks. */
    void breaks(CloseReason reason) {
        breaks(reason, null);
    }

    void breaks(CloseReason reason, @Nullable String description) {
        if (open.getAndSet(false)) {
            if (listener == null) {
                brokenEarly = reason;
            } else {
                listener.closed(reason, description);
            }
        }
    }

    /** Everything that was sent: texts without the Engine.IO type, bytes in angle brackets. */
    synchronized List<String> heard() {
        return sent.stream()
                .flatMap(message -> message.frames().stream())
                .map(FakeConnection::printed)
                .toList();
    }

    /** What was sent, as it was given. */
    synchronized List<Outgoing> sent() {
        return List.copyOf(sent);
    }

    synchronized void forgetWhatWasHeard() {
        sent.clear();
    }

    @Override
    public String sid() {
        return sid;
    }

    @Override
    public int protocol() {
        return protocol;
    }

    @Override
    public HandshakeRequest request() {
        return request;
    }

    @Override
    public Transport transport() {
        return transport;
    }

    @Override
    public void watch(SessionWatcher who) {
        watcher = who;
    }

    /** Who looks on, if anybody does. */
    @Nullable
    SessionWatcher watcher() {
        return watcher;
    }

    /** The client upgrades. */
    void upgrades() {
        transport = Transport.WEBSOCKET;
        SessionWatcher looking = watcher;
        if (looking != null) {
            looking.upgraded(transport);
        }
    }

    @Override
    public boolean isOpen() {
        return open.get();
    }

    @Override
    public synchronized long waitingBytes() {
        return queued.stream().mapToLong(Outgoing::size).sum();
    }

    @Override
    public boolean isWritable() {
        return open.get();
    }

    @Override
    public void send(Outgoing message) {
        queue(message);
        flush();
    }

    @Override
    public void queue(Outgoing message) {
        enqueue(message);
        Runnable meanwhile = whileQueued.getAndSet(null);
        if (meanwhile != null) {
            meanwhile.run();
        }
    }

    private synchronized void enqueue(Outgoing message) {
        if (open.get()) {
            queued.add(message);
        }
    }

    /** What happens as soon as something is queued, once, before the server's call that queued it returns. */
    void whileQueued(Runnable meanwhile) {
        whileQueued.set(meanwhile);
    }

    @Override
    public void flush() {
        List<Outgoing> written;
        synchronized (this) {
            written = List.copyOf(queued);
            sent.addAll(queued);
            queued.clear();
        }
        SessionWatcher looking = watcher;
        if (looking != null && !written.isEmpty()) {
            written.forEach(message -> message.frames().forEach(looking::sent));
            looking.drained();
        }
        String said = written.isEmpty() ? null : answer.getAndSet(null);
        if (said != null) {
            says(said);
        }
    }

    /** The client sends this as soon as it is sent something, before the server's call that wrote it returns. */
    FakeConnection answersWith(String text) {
        answer.set(text);
        return this;
    }

    @Override
    public void close() {
        breaks(CloseReason.FORCED_CLOSE);
    }

    @Override
    public void closeNow(CloseReason reason) {
        breaks(reason);
    }

    private SessionListener listener() {
        if (listener == null) {
            throw new AssertionError("not opened");
        }
        return listener;
    }

    private static String printed(Frame frame) {
        if (frame instanceof Frame.Text text) {
            return text.wire().substring(1);
        }
        StringBuilder bytes = new StringBuilder("<");
        for (byte b : ((Frame.Binary) frame).data()) {
            bytes.append(b).append(' ');
        }
        return bytes.toString().strip() + ">";
    }
}
