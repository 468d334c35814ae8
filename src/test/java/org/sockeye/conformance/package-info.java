/** The server that the official protocol test suites are pointed at. */
@NullMarked
package org.sockeye.conformance;

import org.jspecify.annotations.NullMarked;
