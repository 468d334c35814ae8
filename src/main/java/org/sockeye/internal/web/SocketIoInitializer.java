package org.sockeye.internal.web;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Called by the container before any listener of the application: puts the server into the ServletContext. Public for the container. */
public final class SocketIoInitializer implements ServletContainerInitializer {

    @Override
    public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) {
        if (Deployment.of(context).isEmpty()) {
            context.addListener(Deployment.prepare(context));
            HttpSessions.listenIn(context);
        }
    }
}
