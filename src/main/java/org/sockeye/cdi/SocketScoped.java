package org.sockeye.cdi;

import jakarta.enterprise.context.NormalScope;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The scope of beans of which each socket has its own, made when first used and destroyed with the socket.
 *
 * <p>It is active while Sockeye calls something for a socket: observers, asynchronous ones among them, listeners and middleware; for all of these
 * the bean is that of the socket whose event it is. Elsewhere a call of such a bean throws a
 * {@link jakarta.enterprise.context.ContextNotActiveException}.
 *
 * <p>The beans are destroyed once the last observer and listener of the disconnection has returned, or, of a socket that never was connected, once it
 * is refused or gone. A client that comes back to its session has a new socket, and new beans.
 *
 * <p>Such a bean may inject its {@link org.sockeye.Socket}, its {@link org.sockeye.Namespace} and its {@link org.sockeye.Handshake}. Events of
 * one socket are delivered one after the other; what asynchronous observers share with others in such a bean has to be safe for several threads.
 */
@NormalScope
@Inherited
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD})
public @interface SocketScoped {}
