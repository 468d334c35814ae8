/** Servlet and WebSocket containers: the only package that knows them. */
@NullMarked
package org.sockeye.internal.web;

import org.jspecify.annotations.NullMarked;
