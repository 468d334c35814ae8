/** The official clients against a server, each transport. */
@NullMarked
package org.sockeye.clients;

import org.jspecify.annotations.NullMarked;
