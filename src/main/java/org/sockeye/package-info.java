/** What an application imports. */
@NullMarked
package org.sockeye;

import org.jspecify.annotations.NullMarked;
