/** Metrics of a server as Micrometer meters. */
@NullMarked
package org.sockeye.micrometer;

import org.jspecify.annotations.NullMarked;
