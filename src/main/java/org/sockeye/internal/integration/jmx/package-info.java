/** What the server shows by JMX, and what it learns from the container by it. */
@NullMarked
package org.sockeye.internal.integration.jmx;

import org.jspecify.annotations.NullMarked;
