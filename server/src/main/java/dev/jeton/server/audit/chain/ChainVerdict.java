package dev.jeton.server.audit.chain;

import java.nio.file.Path;
import java.util.List;

/** What a walk over the whole chain found. */
public sealed interface ChainVerdict {

  /**
   * Every line follows from the one before it.
   *
   * @param rows how many rows were read; 0 leaves the texts below empty and the numbers 0
   * @param head the hash of the last row, worth noting somewhere outside of this machine
   * @param firstAt the first row's time as it stands in the file
   * @param notes what a reader should know although nothing is broken
   */
  record Intact(
      long rows,
      long firstSeq,
      long lastSeq,
      String head,
      String firstAt,
      String lastAt,
      List<String> notes)
      implements ChainVerdict {

    public Intact {
      notes = List.copyOf(notes);
    }
  }

  /**
   * The chain does not hold from this line on.
   *
   * @param line counted from 1; 0 when the fault is not in one line
   */
  record Broken(Path file, long line, String expected, String found) implements ChainVerdict {}
}
