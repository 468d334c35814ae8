/** Events of the core to CDI observers: the portable extension and the beans that stand for what is current. */
@NullMarked
package org.sockeye.internal.cdi;

import org.jspecify.annotations.NullMarked;
