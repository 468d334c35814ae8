/** What binds a server to an application's MeterRegistry. */
@NullMarked
package org.sockeye.internal.integration.micrometer;

import org.jspecify.annotations.NullMarked;
