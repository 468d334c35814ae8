/**
 * What the tests of the JavaScript server, version 4.8, show of its behaviour, one class for each of their files: docs/decisions/0098 says where each
 * behaviour is, and which have no counterpart.
 */
@NullMarked
package org.sockeye.conformance.behaviour;

import org.jspecify.annotations.NullMarked;
