/** What MicroProfile Health is told; loaded only where it is. */
@NullMarked
package org.sockeye.internal.integration.health;

import org.jspecify.annotations.NullMarked;
