/** The packet parser {@code msgpack}: each packet is one binary message, as npm's {@code socket.io-msgpack-parser} has it. */
@NullMarked
package org.sockeye.internal.msgpack;

import org.jspecify.annotations.NullMarked;
