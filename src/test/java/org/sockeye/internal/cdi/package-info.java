@NullMarked
package org.sockeye.internal.cdi;

import org.jspecify.annotations.NullMarked;
