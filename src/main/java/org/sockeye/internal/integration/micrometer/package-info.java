/** Binds metrics to the registry that is a bean; works only where Micrometer is. */
@NullMarked
package org.sockeye.internal.integration.micrometer;

import org.jspecify.annotations.NullMarked;
