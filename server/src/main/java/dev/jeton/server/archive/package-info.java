/**
 * The audit of all servers in the store: copied from their files in the background, searched, checked,
 * forgotten. Nothing waits for it, and the store may be gone.
 */
@NullMarked
package dev.jeton.server.archive;

import org.jspecify.annotations.NullMarked;
