package org.sockeye.harness;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** How networks get in the way of WebSockets. One object for each proxy. */
public abstract class UnkindManner implements UnkindProxy.Manner {

    private final CompletableFuture<Void> firstOver = new CompletableFuture<>();
    private final AtomicInteger met = new AtomicInteger();

    private UnkindManner() {}

    @Override
    public final void treat(Passage passage) throws IOException {
        met.incrementAndGet();
        try {
            hinder(passage);
        } finally {
            over();
        }
    }

    abstract void hinder(Passage passage) throws IOException;

    void over() {
        firstOver.complete(null);
    }

    /** How many requests for a WebSocket have come. */
    public int met() {
        return met.get();
    }

    /** Done when the first attempt at a WebSocket has come to its end, as far as the server has to do with it. */
    public CompletableFuture<Void> firstOver() {
        return firstOver;
    }

    /** Answers such a request itself. */
    public static UnkindManner refusing(int status) {
        return new UnkindManner() {
            @Override
            void hinder(Passage passage) throws IOException {
                passage.answer("HTTP/1.1 " + status + " No\r\nConnection: close\r\nContent-Length: 2\r\n\r\nNo");
            }
        };
    }

    /** Does not know Upgrade, and lets the request through without it. */
    public static UnkindManner stripping() {
        return new UnkindManner() {
            @Override
            void hinder(Passage passage) throws IOException {
                passage.passOneRequest();
            }
        };
    }

    /** Takes the request, and that is all that anybody hears of it. */
    public static UnkindManner swallowingRequests() {
        return new UnkindManner() {
            @Override
            void hinder(Passage passage) throws IOException {
                over();
                passage.dropRequest();
            }
        };
    }

    /** Lets the request through, and nothing back. */
    public static UnkindManner swallowingAnswers() {
        return new UnkindManner() {
            @Override
            void hinder(Passage passage) throws IOException {
                passage.passOn();
                passage.dropHead();
                passage.dropFrames();
                over();
                passage.dropRest();
            }
        };
    }

    /** Lets the handshake through, and what the client sends, and nothing back of what the server sends. */
    public static UnkindManner swallowingFrames() {
        return new UnkindManner() {
            @Override
            void hinder(Passage passage) throws IOException {
                passage.passOn();
                passage.passHeadBack();
                passage.dropFrames();
                over();
                passage.dropRest();
            }
        };
    }

    /** Lets WebSockets through until they are cut. */
    public static final class Cutting extends UnkindManner {

        private final Queue<Passage> webSockets = new ConcurrentLinkedQueue<>();

        @Override
        void hinder(Passage passage) throws IOException {
            webSockets.add(passage);
            passage.passOn();
            passage.passBack();
        }

        /** Cuts every WebSocket there is; a client that comes back meanwhile keeps its new one. */
        public void cut() {
            List<Passage> now = new ArrayList<>();
            Passage passage;
            while ((passage = webSockets.poll()) != null) {
                now.add(passage);
            }
            now.forEach(Passage::cut);
        }
    }

    /** Cuts each WebSocket after some time. */
    public static UnkindManner cuttingAfter(Duration lifetime) {
        return new UnkindManner() {
            @Override
            void hinder(Passage passage) throws IOException {
                CompletableFuture.delayedExecutor(lifetime.toMillis(), TimeUnit.MILLISECONDS)
                        .execute(passage::cut);
                passage.passOn();
                passage.passBack();
            }
        };
    }
}
