package org.sockeye.internal.core;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.sockeye.ConnectionError;
import org.sockeye.ConnectionErrorListener;
import org.sockeye.ConnectionRefusedException;
import org.sockeye.Engine;
import org.sockeye.HandshakeRequest;
import org.sockeye.HeadersListener;
import org.sockeye.IdGenerator;
import org.sockeye.OriginFilter;
import org.sockeye.RequestFilter;
import org.sockeye.ResponseHeaders;
import org.sockeye.internal.engine.EngineHooks;

/** Keeps what the application registers below Socket.IO, and calls it. */
final class CoreEngine implements Engine, EngineHooks {

    private final IntSupplier clients;
    private final List<RequestFilter> filters = new CopyOnWriteArrayList<>();
    private final List<HeadersListener> initialHeaders = new CopyOnWriteArrayList<>();
    private final List<HeadersListener> headers = new CopyOnWriteArrayList<>();
    private final List<ConnectionErrorListener> errors = new CopyOnWriteArrayList<>();
    private final FirstTimes failedIds = new FirstTimes();
    private final FirstTimes strangers = new FirstTimes();
    private final FirstTimes failures = new FirstTimes();

    /** Written by the application, at any time. */
    private volatile @Nullable IdGenerator ids;

    /** Written by the application, at any time. */
    private volatile @Nullable OriginFilter origins;

    CoreEngine(IntSupplier clients) {
        this.clients = clients;
    }

    @Override
    public Engine allowRequest(RequestFilter filter) {
        filters.add(filter);
        return this;
    }

    @Override
    public Engine generateId(IdGenerator generator) {
        ids = generator;
        return this;
    }

    @Override
    public Engine onInitialHeaders(HeadersListener listener) {
        initialHeaders.add(listener);
        return this;
    }

    @Override
    public Engine onHeaders(HeadersListener listener) {
        headers.add(listener);
        return this;
    }

    @Override
    public Engine onConnectionError(ConnectionErrorListener listener) {
        errors.add(listener);
        return this;
    }

    @Override
    public Engine corsOrigin(OriginFilter filter) {
        origins = filter;
        return this;
    }

    @Override
    public int clientsCount() {
        return clients.getAsInt();
    }

    @Override
    public Optional<String> refusal(HandshakeRequest request) {
        for (RequestFilter filter : filters) {
            try {
                filter.check(request);
            } catch (ConnectionRefusedException refused) {
                return Optional.of(Optional.ofNullable(refused.getMessage()).orElse(""));
            } catch (Throwable failure) {
                failed("A request filter", failure);
                return Optional.of("");
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<String> generateId(HandshakeRequest request) throws Exception {
        IdGenerator generator = ids;
        return generator == null
                ? Optional.empty()
                : Optional.of(Objects.requireNonNull(generator.generate(request), "the id generator answered null"));
    }

    @Override
    public void headers(boolean initial, ResponseHeaders answer, HandshakeRequest request) {
        if (initial) {
            callEach(initialHeaders, "A listener for headers", listener -> listener.headers(answer, request));
        }
        callEach(headers, "A listener for headers", listener -> listener.headers(answer, request));
    }

    @Override
    public boolean decidesOnOrigins() {
        return origins != null;
    }

    @Override
    public boolean allowsOrigin(String origin, HandshakeRequest request) {
        OriginFilter filter = origins;
        try {
            return filter != null && filter.allows(origin, request);
        } catch (Throwable failure) {
            failed("The origin filter", failure);
            return false;
        }
    }

    @Override
    public void refused(ConnectionError error) {
        if (error.context().get("error") instanceof Throwable failure) {
            logFailedId(failure);
        }
        if ("PRINCIPAL_MISMATCH".equals(error.context().get("name"))) {
            logStranger(error.context());
        }
        callEach(errors, "A listener for connection errors", listener -> listener.refused(error));
    }

    /** The application is at fault, but a client can repeat it at will. */
    private void logFailedId(Throwable failure) {
        String message = "A handshake was refused, because there is no id for its session: " + failure.getMessage();
        if (failedIds.isFirst(message)) {
            CoreLog.warn(message, failure);
        } else {
            CoreLog.debug("{0}", message);
        }
    }

    /** A warning the first time for each caller who is stepped in for, who may be attacked; a client can repeat it at will. */
    private void logStranger(Map<String, ?> context) {
        String began = inLog(context.get("previousPrincipal"));
        CoreLog.log(
                strangers.isFirst(began) ? Level.WARNING : Level.DEBUG,
                "A request for a session of " + began + " came from " + inLog(context.get("principal"))
                        + ", and was refused (setting principalCheck). Somebody has logged in or out without connecting anew, or"
                        + " has a session id that is not theirs");
    }

    private static String inLog(@Nullable Object principal) {
        return principal == null ? "nobody" : CoreLog.printable(principal.toString());
    }

    /** The application is at fault, but a client can repeat it at will: the same failure is an error once. */
    private void failed(String what, Throwable failure) {
        if (failures.isFirst(what + " " + failure.getClass().getName())) {
            CoreLog.failed(what, failure);
        } else {
            CoreLog.debug("{0} threw again: {1}", what, failure.getClass().getName());
        }
    }

    private <L> void callEach(List<L> listeners, String what, Consumer<L> call) {
        for (L listener : listeners) {
            try {
                call.accept(listener);
            } catch (Throwable failure) {
                failed(what, failure);
            }
        }
    }
}
