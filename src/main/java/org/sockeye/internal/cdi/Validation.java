package org.sockeye.internal.cdi;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.sockeye.InvalidPayloadException;
import org.sockeye.internal.core.PayloadConstraints;

/**
 * How the payload of one observer is validated: by the container, where its method validation sees the observer, and by us elsewhere; so once in any case.
 *
 * @param parameter which parameter of the method the payload is
 * @param bean whose method it is
 * @param isContainers whether the container validates each call
 */
record Validation(
        PayloadConstraints constraints,
        Method method,
        int parameter,
        BeanManager beans,
        Bean<?> bean,
        boolean isContainers) {

    /**
     * Validates a payload, if that is for us.
     *
     * @throws InvalidPayloadException if it is not valid
     */
    void check(Object payload) {
        if (isContainers) {
            return;
        }
        if (constraints.areOnParameter(method, parameter)) {
            checkParameter(payload);
        } else {
            constraints.check(payload);
        }
    }

    /** Whether what is found depends on the payload alone, and not on the observer. */
    boolean isOfPayload() {
        return !isContainers && !constraints.areOnParameter(method, parameter);
    }

    /** Constraints of a parameter are validated with an object that has the method; that of a normal scope is a proxy, and no bean is made for this. */
    private void checkParameter(Object payload) {
        CreationalContext<?> creation = beans.createCreationalContext(bean);
        try {
            Object reference = beans.getReference(bean, bean.getBeanClass(), creation);
            constraints.checkParameter(reference, method, parameter, payload);
        } finally {
            if (bean.getScope() == Dependent.class) {
                creation.release();
            }
        }
    }

    /** What the container has found wrong with the payload; {@code null} if what was thrown is something else. */
    @Nullable
    InvalidPayloadException found(Throwable thrown) {
        return constraints.found(thrown, method, parameter);
    }
}
