/** Settings from MicroProfile Config, where the container or the application has it. */
@NullMarked
package org.sockeye.internal.integration.microprofile;

import org.jspecify.annotations.NullMarked;
