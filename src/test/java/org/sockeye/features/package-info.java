/** Which members of the JavaScript server's API Sockeye has, by what name, and which test shows it. */
@NullMarked
package org.sockeye.features;

import org.jspecify.annotations.NullMarked;
