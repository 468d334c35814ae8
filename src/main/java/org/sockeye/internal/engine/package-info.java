/** Engine.IO sessions, whatever carries them: state, outbox, heartbeat, upgrade, the registry by sid. */
@NullMarked
package org.sockeye.internal.engine;

import org.jspecify.annotations.NullMarked;
