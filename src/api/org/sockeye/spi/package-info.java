@org.jspecify.annotations.NullMarked
package org.sockeye.spi;
