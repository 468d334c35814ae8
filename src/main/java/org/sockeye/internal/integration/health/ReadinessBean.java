package org.sockeye.internal.integration.health;

import java.lang.annotation.Annotation;
import java.util.Set;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Readiness;
import org.sockeye.internal.core.OfferedBean;
import org.sockeye.internal.core.ServerDirectory;

/** Offers the readiness check. Public for the ServiceLoader. */
public final class ReadinessBean implements OfferedBean {

    @Override
    public Set<Class<?>> types() {
        return Set.of(HealthCheck.class, Object.class);
    }

    @Override
    public Set<Annotation> qualifiers() {
        return Set.of(Readiness.Literal.INSTANCE);
    }

    @Override
    public Object create(ServerDirectory servers) {
        return new ReadinessOfServers(servers::servers);
    }
}
