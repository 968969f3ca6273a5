/** Programs that ask for tokens, the API keys by which they prove themselves, and when those were used. */
@NullMarked
package dev.jeton.server.callers;

import org.jspecify.annotations.NullMarked;
