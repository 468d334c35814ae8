package org.sockeye.internal.cdi;

import jakarta.enterprise.event.ObserverException;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.ObserverMethod;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockeye.PayloadException;
import org.sockeye.Socket;
import org.sockeye.SocketError;
import org.sockeye.internal.core.Failures;
import org.sockeye.internal.core.FirstTimes;
import org.sockeye.internal.core.Outcome;
import org.sockeye.internal.core.ReceivedEvent;
import org.sockeye.internal.core.ServerDirectory;
import org.sockeye.spi.JsonCodec;

/**
 * One observer method of the application. Nothing comes out of a call of it: what it throws is told to error listeners, or logged.
 *
 * <p>It was collected when the container processed it, and another extension may have vetoed it in the same round, before us
 * or after; CDI tells nobody. So the first payload asks the container whether it would call this observer at all. For a payload
 * of a generic class no container can answer that, and the observer counts as deployed.
 */
final class Observer {

    private static final Logger LOG = System.getLogger("org.sockeye.cdi");

    /** What containers put around it whose classes need not be there. */
    private static final List<String> WRAPPERS =
            List.of("jakarta.ejb.EJBException", "org.apache.webbeans.exception.WebBeansException");

    private final Observation observation;
    private final ObserverMethod<Object> method;
    private final String name;
    private final BeanManager beans;
    private final Payload payload;
    private final Access access;
    private final FirstTimes misfits = new FirstTimes();
    private final FirstTimes refusals = new FirstTimes();
    /** Null until the first payload; volatile as any thread may bring that, and all find the same. */
    private volatile @Nullable Boolean deployed;
    /** Set at deployment, before anything is observed. */
    private @Nullable Validation validation;

    /**
     * An observer that keeps the {@linkplain ObserverRules rules}.
     *
     * @param name the method, for messages
     */
    @SuppressWarnings("unchecked") // whatever type is observed is the type that payloads are bound to
    Observer(Observation observation, ObserverMethod<?> method, String name, BeanManager beans, Access access) {
        this.observation = observation;
        this.method = (ObserverMethod<Object>) method;
        this.name = name;
        this.beans = beans;
        this.access = access;
        this.payload = new Payload(method.getObservedType());
    }

    Observation observation() {
        return observation;
    }

    String name() {
        return name;
    }

    /** Whose method it is. */
    Bean<?> bean() {
        return method.getDeclaringBean();
    }

    void validateBy(Validation how) {
        validation = how;
    }

    /** How payloads are validated; {@code null} if they are not. */
    @Nullable
    Validation validation() {
        return validation;
    }

    /** Whether it observes events of any name; it may be there only to watch, and counts for nobody whom the event fits. */
    boolean isForAnyEvent() {
        return observation.event().isEmpty();
    }

    /** Has the deployment fail if the server is not there that is observed. */
    void requireServer(ServerDirectory directory) {
        if (observation.place().isOnOne()) {
            directory.require(observation.place().server(), name);
        }
    }

    Access access() {
        return access;
    }

    /** Whether it may be called for what this client does. */
    boolean isFor(Socket socket) {
        return access.permits(socket.handshake());
    }

    /** It is not called, since it is not for this client. */
    void forbid(ReceivedEvent event, Outcome outcome) {
        ForbiddenException why = new ForbiddenException(name + " is for "
                + (access.roles().isEmpty() ? "nobody" : "callers in one of the roles " + access.roles())
                + ", and not for " + caller(event.socket()));
        if (!outcome.failed(SocketError.Kind.FORBIDDEN, why)) {
            LOG.log(
                    refusals.isFirst(event.name()) ? Level.WARNING : Level.DEBUG,
                    () -> "Event \"" + Excerpt.ofName(event.name()) + "\" does not reach an observer: "
                            + why.getMessage());
        }
    }

    private static String caller(Socket socket) {
        Principal principal = socket.handshake().principal();
        return principal == null ? "somebody who has not logged in" : Excerpt.ofName(principal.getName());
    }

    int priority() {
        return method.getPriority();
    }

    void checkReadable(JsonCodec json) {
        try {
            payload.checkReadable(json);
        } catch (PayloadException unreadable) {
            throw new PayloadException(
                    name + " observes " + observation.qualifier() + ": " + unreadable.getMessage(), unreadable);
        }
    }

    Payload payload() {
        return payload;
    }

    boolean isAsync() {
        return method.isAsync();
    }

    /** The event's first argument does not fit. */
    void leaveOut(ReceivedEvent event, PayloadException unfit, Outcome outcome) {
        if (!outcome.unfit(unfit)) {
            log(event.name(), unfit);
        }
    }

    private void log(String event, PayloadException unfit) {
        LOG.log(
                misfits.isFirst(event) ? Level.WARNING : Level.DEBUG,
                () -> "Event \"" + Excerpt.ofName(event) + "\" does not reach " + name + ": "
                        + Excerpt.ofReason(unfit.getMessage()));
    }

    /**
     * Calls the observer.
     *
     * @param event the name of a client's event
     * @return whether it was called and returned
     */
    boolean call(Object value, @Nullable String event, Failures failures) {
        try {
            if (!isDeployed(value)) {
                return false;
            }
            method.notify(new Notification(value, payload.type(), observation, event));
            return true;
        } catch (Throwable thrown) {
            failed(thrown, event, failures);
            return false;
        }
    }

    /** It threw, or what stands before a call of it. */
    void failed(Throwable thrown, @Nullable String event, Failures failures) {
        Throwable cause = invalid(unwrap(thrown));
        if (!failures.failed(cause)) {
            log(event, cause);
        }
    }

    /** What the container's validation of the call has found, or what was thrown. */
    private Throwable invalid(Throwable thrown) {
        Throwable found = validation == null ? null : validation.found(thrown);
        return found == null ? thrown : found;
    }

    private void log(@Nullable String event, Throwable cause) {
        if (cause instanceof PayloadException unfit && event != null) {
            log(event, unfit);
        } else {
            LOG.log(Level.ERROR, name + " threw on " + describe(event), cause);
        }
    }

    private String describe(@Nullable String event) {
        return event == null
                ? "@" + observation.qualifier().annotationType().getSimpleName()
                : "event \"" + Excerpt.ofName(event) + "\"";
    }

    private boolean isDeployed(Object value) {
        Boolean known = deployed;
        if (known == null) {
            known = value.getClass().getTypeParameters().length > 0 || wouldBeCalledWith(value);
            deployed = known;
        }
        return known;
    }

    private boolean wouldBeCalledWith(Object value) {
        Annotation[] qualifiers = method.getObservedQualifiers().toArray(new Annotation[0]);
        return beans.resolveObserverMethods(value, qualifiers).stream()
                .anyMatch(found -> found.getBeanClass() == method.getBeanClass()
                        && found.getObservedType().equals(method.getObservedType()));
    }

    /** What the application threw, without what the container put around it. */
    private static Throwable unwrap(Throwable thrown) {
        Throwable cause = thrown.getCause();
        return cause != null && isWrapper(thrown) ? unwrap(cause) : thrown;
    }

    private static boolean isWrapper(Throwable thrown) {
        return thrown instanceof ObserverException
                || thrown instanceof InvocationTargetException
                || WRAPPERS.stream().anyMatch(name -> isA(thrown.getClass(), name));
    }

    private static boolean isA(@Nullable Class<?> type, String name) {
        return type != null && (type.getName().equals(name) || isA(type.getSuperclass(), name));
    }
}
