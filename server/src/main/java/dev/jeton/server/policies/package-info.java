/** What callers may have minted: policies, what they decide, and why. Knows no platform. */
@NullMarked
package dev.jeton.server.policies;

import org.jspecify.annotations.NullMarked;
