package org.sockeye.internal.cdi;

import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sockeye.ConfigurationException;
import org.sockeye.SocketIoConfig;
import org.sockeye.cdi.Of;
import org.sockeye.internal.core.ManagedServer;
import org.sockeye.internal.core.ProducedSettings;

/** The beans of the application that are a {@link SocketIoConfig}: what its producer methods make. */
final class SettingBeans implements ProducedSettings {

    private final BeanManager beans;

    SettingBeans(BeanManager beans) {
        this.beans = beans;
    }

    @Override
    public List<Produced> of(ManagedServer server) {
        List<Produced> produced = new ArrayList<>();
        resolve(bean -> isOf(server, bean)).flatMap(this::produce).ifPresent(produced::add);
        resolve(bean -> bean.getQualifiers().contains(Default.Literal.INSTANCE))
                .flatMap(this::produce)
                .ifPresent(produced::add);
        return produced;
    }

    /** Tells, for each bean that is for one server, the server's name and which bean it is, in words. */
    void tellServers(BiConsumer<String, String> wish) {
        candidates().forEach(bean -> servers(bean).forEach(server -> wish.accept(server, name(bean))));
    }

    private static boolean isOf(ManagedServer server, Bean<?> bean) {
        return servers(bean).anyMatch(name -> name.isEmpty() ? server.isDefault() : name.equals(server.name()));
    }

    private static Stream<String> servers(Bean<?> bean) {
        return bean.getQualifiers().stream().filter(Of.class::isInstance).map(of -> ((Of) of).server());
    }

    private Stream<Bean<?>> candidates() {
        return beans.getBeans(SocketIoConfig.class, Any.Literal.INSTANCE).stream();
    }

    private Optional<Bean<?>> resolve(Predicate<Bean<?>> condition) {
        Set<Bean<?>> candidates = candidates().filter(condition).collect(Collectors.toSet());
        try {
            return Optional.ofNullable(beans.resolve(candidates));
        } catch (RuntimeException ambiguous) {
            throw refusal(
                    "Several beans produce the settings of a Socket.IO server, "
                            + candidates.stream()
                                    .map(SettingBeans::name)
                                    .sorted()
                                    .collect(Collectors.joining(", "))
                            + "; allowed is one for every server, and one for each",
                    ambiguous);
        }
    }

    private Optional<Produced> produce(Bean<?> bean) {
        CreationalContext<?> creation = beans.createCreationalContext(bean);
        try {
            @Nullable
            SocketIoConfig settings = (SocketIoConfig) beans.getReference(bean, SocketIoConfig.class, creation);
            return Optional.ofNullable(settings).map(present -> new Produced(present, name(bean)));
        } catch (RuntimeException failed) {
            throw refusal(reason(failed) + " (given: by " + name(bean) + ")", failed);
        } finally {
            creation.release();
        }
    }

    /** What the application's method threw, which containers wrap. */
    private static String reason(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConfigurationException) {
                return String.valueOf(cause.getMessage());
            }
        }
        return "The settings of a Socket.IO server cannot be produced: " + failed;
    }

    private static String name(Bean<?> bean) {
        return "the SocketIoConfig that " + bean.getBeanClass().getName() + " produces";
    }

    private static ConfigurationException refusal(String message, Throwable cause) {
        ConfigurationException refused = new ConfigurationException(message);
        refused.initCause(cause);
        return refused;
    }
}
