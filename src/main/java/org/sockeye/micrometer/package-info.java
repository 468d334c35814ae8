/** Metrics of a server as Micrometer meters; for applications that have Micrometer. */
@NullMarked
package org.sockeye.micrometer;

import org.jspecify.annotations.NullMarked;
