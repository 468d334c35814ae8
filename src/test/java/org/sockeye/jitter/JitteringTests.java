package org.sockeye.jitter;

import static net.bytebuddy.matcher.ElementMatchers.isAbstract;
import static net.bytebuddy.matcher.ElementMatchers.isInterface;
import static net.bytebuddy.matcher.ElementMatchers.isMethod;
import static net.bytebuddy.matcher.ElementMatchers.nameMatches;
import static net.bytebuddy.matcher.ElementMatchers.not;

import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.concurrent.atomic.AtomicBoolean;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Adds {@link Jitter} to the methods of the server before the first test is looked at, if the system property {@code jitter} is there. */
public final class JitteringTests implements LauncherSessionListener {

    private static final AtomicBoolean BEGUN = new AtomicBoolean();

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (Integer.getInteger("jitter") != null && BEGUN.compareAndSet(false, true)) {
            begin();
        }
    }

    /** The codecs are left alone: no thread of theirs waits for another. */
    private static void begin() {
        new AgentBuilder.Default()
                .disableClassFormatChanges()
                .type(nameMatches("org\\.sockeye\\.internal\\.(core|engine|web|cdi)\\..*")
                        .and(not(isInterface())))
                .transform((builder, type, loader, module, domain) -> isOfTests(domain) || !seesJitter(loader)
                        ? builder
                        : builder.visit(Advice.to(Jitter.class).on(isMethod().and(not(isAbstract())))))
                .installOn(ByteBuddyAgent.install());
    }

    /** A web application may not see the classes of the tests. */
    private static boolean seesJitter(@Nullable ClassLoader loader) {
        try {
            return Class.forName(Jitter.class.getName(), false, loader) == Jitter.class;
        } catch (ClassNotFoundException hidden) {
            return false;
        }
    }

    private static boolean isOfTests(@Nullable ProtectionDomain domain) {
        CodeSource source = domain == null ? null : domain.getCodeSource();
        return source != null && source.getLocation().getPath().contains("/test-classes/");
    }
}
