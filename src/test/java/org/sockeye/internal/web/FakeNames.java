package org.sockeye.internal.web;

import java.lang.reflect.Proxy;
import java.util.Hashtable;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.spi.InitialContextFactory;
import org.jspecify.annotations.Nullable;

/** The names of a container, while it is open. Public for JNDI. */
public final class FakeNames implements InitialContextFactory, AutoCloseable {

    private static final Map<String, Object> NAMES = new ConcurrentHashMap<>();
    private static final String FACTORY = Context.INITIAL_CONTEXT_FACTORY;

    static FakeNames open() {
        System.setProperty(FACTORY, FakeNames.class.getName());
        return new FakeNames();
    }

    FakeNames with(String name, Object object) {
        NAMES.put(name, object);
        return this;
    }

    @Override
    public Context getInitialContext(Hashtable<?, ?> environment) {
        return (Context) Proxy.newProxyInstance(
                FakeNames.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (proxy, method, arguments) ->
                        method.getName().equals("lookup") ? lookUp(Objects.requireNonNull(arguments)[0]) : null);
    }

    private static Object lookUp(@Nullable Object name) throws NameNotFoundException {
        Object found = NAMES.get(String.valueOf(name));
        if (found == null) {
            throw new NameNotFoundException(String.valueOf(name));
        }
        return found;
    }

    @Override
    public void close() {
        NAMES.clear();
        System.clearProperty(FACTORY);
    }
}
