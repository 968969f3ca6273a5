/** The doors of the audit. */
@NullMarked
package dev.jeton.server.archive.doors;

import org.jspecify.annotations.NullMarked;
