/** WARs on containers, deployed by Arquillian; its classes see no class of the library, only the WAR has them. */
@NullMarked
package org.sockeye.arquillian;

import org.jspecify.annotations.NullMarked;
