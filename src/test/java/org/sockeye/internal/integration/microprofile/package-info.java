/** Settings from MicroProfile Config, by SmallRye. */
@NullMarked
package org.sockeye.internal.integration.microprofile;

import org.jspecify.annotations.NullMarked;
