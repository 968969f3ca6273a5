package dev.jeton.server.archive;

import dev.jeton.server.audit.chain.ChainFollower;
import dev.jeton.server.audit.chain.StoppedChain;
import java.util.List;

/** A row on its way into the store. */
record CopiedRow(ChainFollower.Line line, RowFacts facts) {
  /** Names that were written and then cut off again are followed by it. */
  private static final String INTERRUPTED = "audit-interrupted";

  static List<CopiedRow> of(List<ChainFollower.Line> lines) {
    return lines.stream()
        .map(line -> new CopiedRow(line, RowFacts.of(line.text())))
        .toList();
  }

  /** Whether the file of names is another than it was, so that it is read once more. */
  boolean changedNames() {
    return facts.erased() != null || facts.event().equals(INTERRUPTED);
  }

  /** Whether the store and other servers have not heard of this erasure yet. */
  boolean erasesElsewhere() {
    return facts.erased() != null && facts.caller().equals(StoppedChain.CALLER);
  }
}
