/** What no client would send: generated at random, with a bias towards what nearly makes sense. */
@NullMarked
package org.sockeye.fuzz;

import org.jspecify.annotations.NullMarked;
