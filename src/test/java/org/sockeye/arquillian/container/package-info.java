/** How Arquillian runs TomEE, in a process of its own (docs/decisions/0125), and who may log in at the containers. */
@NullMarked
package org.sockeye.arquillian.container;

import org.jspecify.annotations.NullMarked;
