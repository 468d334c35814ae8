package org.sockeye.internal.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockeye.SocketError;
import org.sockeye.cdi.ErrorMapper;

/** Error mappers of an application. */
final class AnswerBeans {

    private AnswerBeans() {}

    @ApplicationScoped
    static class Polite implements ErrorMapper {

        @Override
        public @Nullable Object toAnswer(SocketError error) {
            return Map.of("sorry", String.valueOf(error.event()));
        }
    }

    @Dependent
    static class Silent implements ErrorMapper {

        @Override
        public @Nullable Object toAnswer(SocketError error) {
            return null;
        }
    }
}
