/** Engine.IO and Socket.IO packets: text and bytes in, records out. No I/O, no container, no JSON binding. */
@NullMarked
package org.sockeye.internal.protocol;

import org.jspecify.annotations.NullMarked;
