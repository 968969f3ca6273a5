package dev.jeton.server.audit.chain;

/**
 * A row and where its line begins.
 *
 * @param segment the number of the segment
 * @param offset in bytes
 * @param seq the row's number; 0 before the first row
 * @param hash the row's hash in hex
 */
public record RowPlace(int segment, long offset, long seq, String hash) {
  /** Before the first row. */
  public static final RowPlace BEGIN = new RowPlace(0, 0, 0, "0".repeat(2 * ChainHash.BYTES));
}
