package dev.jeton.server.admin;

import dev.jeton.server.access.Problem;
import dev.jeton.server.access.Verb;
import dev.jeton.server.admin.Acts.Done;
import dev.jeton.server.admin.Reveals.Revealed;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.DoorRegistry;
import dev.jeton.server.http.IdempotencyKey;
import dev.jeton.server.http.Refused;
import dev.jeton.server.vault.KeyVersion;
import dev.jeton.tokens.Secret;
import io.vertx.core.http.HttpMethod;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Shows a stored secret again. It is read in a transaction and not from memory: so a key that was revoked
 * elsewhere a moment ago stays hidden, the audit row is on the disk first, and without the store nothing
 * is shown.
 *
 * @param <S> what an operator says of one thing of the kind
 */
final class RevealDoor<S> {
  private final Kind<S> kind;
  private final SecretRules<S> rules;
  private final ResourceDoors<S> doors;
  private final Reveals reveals;

  RevealDoor(Kind<S> kind, SecretRules<S> rules, ResourceDoors<S> doors, Reveals reveals) {
    this.kind = kind;
    this.rules = rules;
    this.doors = doors;
    this.reveals = reveals;
  }

  void open(DoorRegistry registry) {
    String path = kind.path() + "/{ref}/" + rules.segment() + "/{key}/reveal";
    registry.open(
        doors.door(HttpMethod.POST, path, "reveal", Verb.REVEAL, this::reveal).fresh());
  }

  private record Found(Answer answer, String subject, Instant at) {}

  private Answer reveal(Call call) {
    IdempotencyKey.refuse(call);
    call.body().only();
    reveals.requireOn();
    Found found = doors.run(call, act -> found(call, act));
    reveals.note(new Revealed(found.subject(), call.caller().id(), found.at()));
    return found.answer();
  }

  private Done<Found> found(Call call, Act act) {
    Stored<S> one = act.get(kind, call.path("ref"));
    if (one.isFixed()) {
      throw ManagedElsewhere.unrevealed(kind, one);
    }
    KeyVersion key = one.versions().live(call.path("key"), act.now());
    Secret secret =
        Optional.ofNullable(one.secrets().get(key.id())).orElseThrow(RevealDoor::unopened);
    reveals.count(act.now());
    String subject = kind.noun() + " " + kind.name(one.spec()) + ", key " + key.id();
    return new Done<>(
        new Found(Shown.revealed(rules, key, secret), subject, act.now()),
        List.of(doors.row(call, one, Optional.of(key.id()), List.of())));
  }

  private static Refused unopened() {
    return new Refused(new Problem(
        503,
        "master-key-missing",
        "this key cannot be opened with the master keys that are here; add the right one, which the"
            + " log names, and reload"));
  }
}
