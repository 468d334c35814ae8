package org.sockeye.internal.cdi;

import jakarta.inject.Scope;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The pseudo-scope of what is {@link Current}; its context is {@link CurrentContext}. */
@Scope
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface OfCurrent {}
