/** What the protocol documents say, sentence by sentence, and the server that the official test suites are pointed at. */
@NullMarked
package org.sockeye.conformance;

import org.jspecify.annotations.NullMarked;
