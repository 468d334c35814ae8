/** What is seen in a real browser: the stock client's page, and the example. */
@NullMarked
package org.sockeye.browser;

import org.jspecify.annotations.NullMarked;
