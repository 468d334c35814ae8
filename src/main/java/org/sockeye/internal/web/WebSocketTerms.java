package org.sockeye.internal.web;

import org.sockeye.internal.engine.Counters;

/**
 * What all WebSockets of one server have in common.
 *
 * @param maxPayload the most bytes of one message, after it was unpacked
 * @param deflate whether messages are compressed where the client can
 */
record WebSocketTerms(int maxPayload, boolean deflate, LinkCloser closer, Failures failures, Counters counters) {}
