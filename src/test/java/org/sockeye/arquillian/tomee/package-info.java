/** How Arquillian runs TomEE: in a process of its own, see docs/decisions/0125. */
@NullMarked
package org.sockeye.arquillian.tomee;

import org.jspecify.annotations.NullMarked;
