/** What extenders implement: JSON codecs and adapters. */
@NullMarked
package org.sockeye.spi;

import org.jspecify.annotations.NullMarked;
