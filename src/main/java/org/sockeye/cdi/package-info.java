/** What beans import to observe the events of clients. Needs CDI; nothing else of Sockeye does. */
@NullMarked
package org.sockeye.cdi;

import org.jspecify.annotations.NullMarked;
