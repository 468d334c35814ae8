/** Socket.IO: namespaces, sockets, rooms, acknowledgements, listeners, middleware, the in-memory adapter. */
@NullMarked
package org.sockeye.internal.core;

import org.jspecify.annotations.NullMarked;
