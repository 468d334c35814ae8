/** The public API as text: the baseline in {@code src/api}, which the build compares the jar with. */
@NullMarked
package org.sockeye.api;

import org.jspecify.annotations.NullMarked;
