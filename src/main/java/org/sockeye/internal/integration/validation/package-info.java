/** Jakarta Validation of what observers are called with; found only where its API loads. */
@NullMarked
package org.sockeye.internal.integration.validation;

import org.jspecify.annotations.NullMarked;
