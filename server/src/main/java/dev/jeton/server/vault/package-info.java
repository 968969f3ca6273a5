/**
 * Secrets at rest, the states of their keys, and keys that this server makes for itself. Knows no platform
 * and no HTTP.
 */
@NullMarked
package dev.jeton.server.vault;

import org.jspecify.annotations.NullMarked;
