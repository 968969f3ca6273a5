package dev.jeton.server.admin;

import dev.jeton.server.store.Revocations;
import dev.jeton.server.store.Writing;
import dev.jeton.server.vault.KeyState;
import dev.jeton.server.vault.KeyVersion;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes down what is revoked by a change, in its transaction, so that no restore brings it back. */
record Revoking(Writing writing, Instant now) {

  <S> void changed(Kind<S> kind, Stored<S> before, Stored<S> after) {
    Set<String> revoked = keys(after);
    revoked.removeAll(keys(before));
    revoked.forEach(key -> Revocations.add(writing, kind.word(), after.id(), key, now));
    Set<String> former = kind.revoked(before.spec());
    Set<String> present = kind.revoked(after.spec());
    for (String member : present) {
      if (!former.contains(member)) {
        Revocations.add(writing, kind.word(), after.id(), Revocations.MEMBER + member, now);
      }
    }
    for (String member : former) {
      if (!present.contains(member)) {
        Revocations.forget(writing, kind.word(), after.id(), Revocations.MEMBER + member);
      }
    }
  }

  <S> void deleted(Kind<S> kind, Stored<S> one) {
    kind.revokedByDeleting()
        .forEach(member ->
            Revocations.add(writing, kind.word(), one.id(), Revocations.MEMBER + member, now));
  }

  private static Set<String> keys(Stored<?> one) {
    return one.versions().all().stream()
        .filter(key -> key.state() == KeyState.REVOKED)
        .map(KeyVersion::id)
        .collect(Collectors.toCollection(HashSet::new));
  }
}
