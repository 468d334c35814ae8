package org.sockeye.features;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a test shows the behaviour of members of the JavaScript server's API.
 *
 * <p>A member is named as the type declarations of npm's {@code socket.io} name it: one of the classes {@code Server}, {@code Namespace},
 * {@code Socket}, {@code BroadcastOperator} and {@code RemoteSocket}, a dot, and the member, an inherited one, too, such as
 * {@code "Socket.volatile"}, {@code "Namespace.on"} or {@code "BroadcastOperator.emitWithAck"}. A name that they do not have fails the build,
 * and so does, in a full run, a test with this annotation that fails, is skipped or does not run.
 *
 * <p>It belongs on a method that can fail if the member misbehaves, and that runs in the {@code test} phase on every machine.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Covers {

    /** The members, each as {@code Class.member}. */
    String[] value();
}
