/** Tests over real HTTP and WebSocket. */
@NullMarked
package org.sockeye.internal.web;

import org.jspecify.annotations.NullMarked;
