/** The example, served by an embedded Tomcat and seen in a browser. */
@NullMarked
package org.sockeye.example;

import org.jspecify.annotations.NullMarked;
