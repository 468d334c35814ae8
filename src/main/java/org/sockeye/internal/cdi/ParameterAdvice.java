package org.sockeye.internal.cdi;

import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedParameter;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.Principal;
import java.util.Map;

/** Warns of parameters of observers that are the container's, and mean a request or a caller that there may be none of while an event is delivered. */
final class ParameterAdvice {

    private static final Logger LOG = System.getLogger("org.sockeye.cdi");

    private static final String REQUEST = "handshake.request() of a parameter of type Handshake";

    /** By name, since there need be no servlets where there is CDI. */
    private static final Map<String, String> BETTER = Map.of(
            Principal.class.getName(),
            "@OfSocket Principal",
            "jakarta.servlet.ServletRequest",
            REQUEST,
            "jakarta.servlet.http.HttpServletRequest",
            REQUEST,
            "jakarta.servlet.http.HttpSession",
            "handshake.request().unwrap(HttpSession.class) of a parameter of type Handshake");

    private ParameterAdvice() {}

    /** Looks at an observer as it is written. */
    static void give(String observer, AnnotatedMethod<?> method, BeanManager beans) {
        for (AnnotatedParameter<?> parameter : method.getParameters()) {
            String better = BETTER.get(parameter.getBaseType().getTypeName());
            if (better != null && !isQualified(parameter, beans)) {
                LOG.log(
                        Level.WARNING,
                        () -> observer + ": its parameter of type "
                                + parameter.getBaseType().getTypeName()
                                + " is the container's, which knows nothing of the client whose event is delivered; use "
                                + better);
            }
        }
    }

    private static boolean isQualified(AnnotatedParameter<?> parameter, BeanManager beans) {
        return parameter.getAnnotations().stream().anyMatch(its -> beans.isQualifier(its.annotationType()));
    }
}
