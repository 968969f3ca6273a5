/** What outlives a restart, in SQLite or PostgreSQL. Knows no platform and no HTTP. */
@NullMarked
package dev.jeton.server.store;

import org.jspecify.annotations.NullMarked;
