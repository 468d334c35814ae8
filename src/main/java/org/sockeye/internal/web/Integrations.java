package org.sockeye.internal.web;

import static org.sockeye.internal.web.Log.LOG;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.ServiceConfigurationError;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sockeye.internal.core.Integration;
import org.sockeye.internal.core.MonitoredServer;
import org.sockeye.internal.core.UsableServices;

/** The integrations that load here. What one of them throws stops neither a server nor the others. */
final class Integrations {

    private final List<Integration> all;

    Integrations(ClassLoader application) {
        List<Integration> found = attempt(
                "Looking for integrations", () -> UsableServices.of(Integration.class, application, Level.DEBUG));
        all = found == null ? List.of() : found;
    }

    OptionalInt requestThreads() {
        return all.stream()
                .map(each -> attempt("Asking for the container's request threads", each::requestThreads))
                .filter(count -> count != null && count.isPresent())
                .mapToInt(OptionalInt::getAsInt)
                .min();
    }

    /** Tells that a server has started; answers what to run when it stops. */
    Runnable started(MonitoredServer server) {
        List<Runnable> ends = new ArrayList<>();
        for (Integration each : all) {
            @Nullable
            Runnable end = attempt("Monitoring of server " + server.server().name(), () -> each.started(server));
            if (end != null) {
                ends.add(end);
            }
        }
        return () -> ends.forEach(Integrations::run);
    }

    private static void run(Runnable end) {
        attempt("The end of monitoring", () -> {
            end.run();
            return true;
        });
    }

    private static <T> @Nullable T attempt(String what, Supplier<T> action) {
        try {
            return action.get();
        } catch (ServiceConfigurationError | LinkageError absent) {
            LOG.log(Level.DEBUG, "an integration is left out, what it needs is not there: {0}", absent.toString());
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, what + " failed; the server goes on without", failed);
        }
        return null;
    }
}
