package dev.jeton.server.limits;

import dev.jeton.server.store.StoreUnavailable;
import dev.jeton.server.vault.CannotOpen;
import dev.jeton.server.vault.SealIdentity;
import dev.jeton.server.vault.Vault;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * What nodes tell each other, sealed because it names users and addresses. Each numbers its rows, and the
 * seal knows the number, so that none counts twice.
 */
final class Hearing {
  private static final Logger LOG = Logger.getLogger(Hearing.class);
  private static final int MOST_NODES = 1_000;

  /** To look for a key takes a query, so one that is not there is not looked for in each round. */
  private static final int ROUNDS_UNKNOWN = 25;

  private final Vault vault;
  private final String self;
  private final Map<String, Long> heard = bounded();
  private final Map<String, Integer> unknownUntil = bounded();
  private int round;

  /** @param self a name that no other node has, nor this one after its next start */
  Hearing(Vault vault, String self) {
    this.vault = vault;
    this.self = self;
  }

  private static <V> Map<String, V> bounded() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > MOST_NODES;
      }
    };
  }

  String self() {
    return self;
  }

  void nextRound() {
    round++;
  }

  /** A row of this node; no number may be given twice. */
  byte[] tell(long number, List<Use> news) {
    return vault.sealBytes(UseForm.write(news), SealIdentity.ofLimits(self, number));
  }

  /** What a row tells: nothing when it was heard before or cannot be read. */
  List<Use> hear(String node, long number, byte[] sealed) {
    if (node.equals(self) || number <= heard.getOrDefault(node, Long.MIN_VALUE)) {
      return List.of();
    }
    try {
      if (!mayOpen(vault.dataKeyOf(sealed))) {
        return List.of();
      }
      List<Use> told = UseForm.read(vault.openBytes(sealed, SealIdentity.ofLimits(node, number)));
      heard.put(node, number);
      return told;
    } catch (CannotOpen | IOException | StoreUnavailable e) {
      LOG.debugf("what a node took from its limits cannot be read: %s", e.getClass());
      return List.of();
    }
  }

  /** Notes that a key is looked for, which holds until it is found. */
  private boolean mayOpen(String key) {
    if (vault.has(key)) {
      return true;
    }
    boolean again = round >= unknownUntil.getOrDefault(key, 0);
    if (again) {
      unknownUntil.put(key, round + ROUNDS_UNKNOWN);
    }
    return again;
  }

  /** The row is too old to count. */
  void skip(String node, long number) {
    heard.merge(node, number, Math::max);
  }

  /** Of how many nodes it knows what it heard of them. */
  int nodes() {
    return heard.size();
  }
}
