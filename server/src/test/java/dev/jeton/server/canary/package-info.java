/** Secrets that are used, and then looked for where none may be. */
@NullMarked
package dev.jeton.server.canary;

import org.jspecify.annotations.NullMarked;
