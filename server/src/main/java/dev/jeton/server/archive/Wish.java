package dev.jeton.server.archive;

import org.jspecify.annotations.Nullable;

/**
 * One page of what is found.
 *
 * @param oldestFirst otherwise the newest come first
 * @param names whether each line gets the clear texts that are still there
 * @param after the last row of the page before
 */
public record Wish(
    Filter filter,
    boolean oldestFirst,
    boolean names,
    int limit,
    @Nullable Cursor after) {}
