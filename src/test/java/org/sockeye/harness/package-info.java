/** Servers and clients for tests. */
@NullMarked
package org.sockeye.harness;

import org.jspecify.annotations.NullMarked;
