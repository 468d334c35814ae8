package org.sockeye.internal.cdi;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.sockeye.SocketIoConfig;
import org.sockeye.SocketIoServer;
import org.sockeye.cdi.Of;

/** Applications that produce settings, and some that want servers. */
final class SettingBeansOfTests {

    private SettingBeansOfTests() {}

    static SocketIoConfig interval(String value) {
        return SocketIoConfig.builder().set("pingInterval", value).build();
    }

    @ApplicationScoped
    static class ForEveryServer {
        @Produces
        SocketIoConfig settings() {
            return interval("1");
        }
    }

    @ApplicationScoped
    static class ForEveryServerByField {
        @Produces
        @Singleton
        final SocketIoConfig settings = interval("2");
    }

    @ApplicationScoped
    static class ForEachServer {
        @Produces
        @Of(server = "admin")
        SocketIoConfig admin() {
            return interval("3");
        }

        @Produces
        @Of(server = "chat")
        SocketIoConfig chat() {
            return interval("4");
        }
    }

    @ApplicationScoped
    static class ForTheDefaultServer {
        @Produces
        @Of
        SocketIoConfig settings() {
            return interval("5");
        }
    }

    @ApplicationScoped
    @Alternative
    @Priority(1)
    static class InsteadOfTheOthers {
        @Produces
        SocketIoConfig settings() {
            return interval("6");
        }
    }

    @ApplicationScoped
    static class ByWhatIsInjected {
        @Produces
        SocketIoConfig settings(Interval interval) {
            return interval(interval.value());
        }
    }

    @ApplicationScoped
    static class Interval {
        String value() {
            return "7";
        }
    }

    @ApplicationScoped
    static class Wrong {
        @Produces
        SocketIoConfig settings() {
            return interval("soon");
        }
    }

    @ApplicationScoped
    static class Failing {
        @Produces
        SocketIoConfig settings() {
            throw new IllegalStateException("the database is down");
        }
    }

    @ApplicationScoped
    static class ForNobody {
        @Produces
        @Of(server = "game")
        SocketIoConfig settings() {
            return interval("8");
        }
    }

    @ApplicationScoped
    static class WantsTheDefault {
        @Inject
        SocketIoServer io;
    }

    @ApplicationScoped
    static class WantsOne {
        @Inject
        @Of(server = "game")
        SocketIoServer io;
    }
}
