package dev.jeton.server.audit;

/**
 * Counters since the start, for metrics.
 *
 * @param rows rows in the file
 * @param batches commits that reached the disk
 * @param unavailable calls of {@code append} that were answered {@code Unavailable}
 * @param folded notes that were added to the count of an equal one
 * @param dropped notes that exist as this number only
 */
public record AuditFigures(long rows, long batches, long unavailable, long folded, long dropped) {}
