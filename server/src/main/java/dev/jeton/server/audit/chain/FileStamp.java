package dev.jeton.server.audit.chain;

import org.jspecify.annotations.Nullable;

/**
 * Tells whether a path still leads to the file that was opened.
 *
 * @param key the file system's own identity of the file, null where it has none
 */
public record FileStamp(@Nullable Object key, long size) {}
