/** What extenders implement: JSON codecs, packet parsers and adapters. */
@NullMarked
package org.sockeye.spi;

import org.jspecify.annotations.NullMarked;
