/** Attacks that other servers fell to: {@code docs/security.md} says which test stands for which advisory. */
@NullMarked
package org.sockeye.advisories;

import org.jspecify.annotations.NullMarked;
