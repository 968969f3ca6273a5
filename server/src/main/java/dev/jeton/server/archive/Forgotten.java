package dev.jeton.server.archive;

import dev.jeton.server.audit.chain.Erased;
import java.util.List;

/**
 * What came of forgetting a person.
 *
 * @param here what was taken out of the files of this server
 * @param stored how many clear texts were taken out of the store
 * @param waiting the servers whose files have yet to follow
 */
public record Forgotten(Erased here, int stored, List<String> waiting) {
  public Forgotten {
    waiting = List.copyOf(waiting);
  }
}
