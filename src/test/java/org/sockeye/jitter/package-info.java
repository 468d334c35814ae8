/** Threads of the server that dawdle, so that a race which a quiet machine never loses is lost: {@code mvn test -Djitter=2000}. */
@NullMarked
package org.sockeye.jitter;

import org.jspecify.annotations.NullMarked;
