/** JSON of events: a built-in codec, and one over JSON-B. The only package that sees jakarta.json and jakarta.json.bind. */
@NullMarked
package org.sockeye.internal.json;

import org.jspecify.annotations.NullMarked;
