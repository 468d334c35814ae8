/** The law of the architecture and the numbers of the style, as tests that fail the build. */
@NullMarked
package org.sockeye.architecture;

import org.jspecify.annotations.NullMarked;
