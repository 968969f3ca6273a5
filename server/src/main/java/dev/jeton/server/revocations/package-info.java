/** Revocations: which tokens Jeton refuses from now on though they are genuine and have not ended. */
@NullMarked
package dev.jeton.server.revocations;

import org.jspecify.annotations.NullMarked;
