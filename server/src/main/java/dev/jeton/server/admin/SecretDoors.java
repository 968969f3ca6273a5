package dev.jeton.server.admin;

import dev.jeton.server.access.Verb;
import dev.jeton.server.admin.Acts.Done;
import dev.jeton.server.admin.Making.Made;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.DoorRegistry;
import dev.jeton.server.vault.KeyVersion;
import dev.jeton.server.vault.KeyVersions;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The doors of a kind's secrets: prepare, activate, retire, revoke, enable, disable, and rotate, which
 * prepares and activates in one.
 *
 * @param <S> what an operator says of one thing of the kind
 */
final class SecretDoors<S> {
  private final Kind<S> kind;
  private final SecretRules<S> rules;
  private final ResourceDoors<S> doors;
  private final Making making;

  SecretDoors(Kind<S> kind, SecretRules<S> rules, ResourceDoors<S> doors, Making making) {
    this.kind = kind;
    this.rules = rules;
    this.doors = doors;
    this.making = making;
  }

  /** What becomes of the versions when something is done with one of them. */
  private interface Change {
    KeyVersions of(KeyVersions keys, String id, Instant now, @Nullable Duration overlap);
  }

  /** The overlap where the request names none; null for none. */
  private interface Usual<S> {
    @Nullable
    Duration of(S spec);
  }

  private @Nullable Duration usualOverlap(S spec) {
    return rules.usualOverlap(spec).orElse(null);
  }

  void open(DoorRegistry registry) {
    String all = kind.path() + "/{ref}/" + rules.segment();
    registry.open(doors.door(HttpMethod.POST, all, "prepare", Verb.ROTATE, this::prepare));
    registry.open(doors.door(
        HttpMethod.POST, kind.path() + "/{ref}/rotate", "rotate", Verb.ROTATE, this::rotate));
    open(registry, "activate", KeyVersions::activate, this::usualOverlap, false);
    open(
        registry,
        "retire",
        (keys, id, now, overlap) ->
            keys.retire(id, now, Objects.requireNonNullElse(overlap, Duration.ZERO)),
        spec -> null,
        true);
    open(registry, "revoke", (keys, id, now, overlap) -> keys.revoke(id, now), null, true);
    open(registry, "enable", (keys, id, now, overlap) -> keys.enable(id, now), null, false);
    open(registry, "disable", (keys, id, now, overlap) -> keys.disable(id, now), null, true);
  }

  private void open(
      DoorRegistry registry, String act, Change change, @Nullable Usual<S> usual, boolean ends) {
    String path = kind.path() + "/{ref}/" + rules.segment() + "/{key}/" + act;
    registry.open(doors.door(
        HttpMethod.POST, path, act, Verb.ROTATE, call -> changed(call, change, usual, ends)));
  }

  private Answer prepare(Call call) {
    call.body().only(rules.member());
    return doors.on(call, (act, one) -> {
      Made<S> made = making.prepare(act, rules, one, call.body());
      Done<Answer> done = kept(call, 201, act, one, made, false);
      return new Done<>(Shown.version(rules, done.result(), made), done.rows());
    });
  }

  private Answer rotate(Call call) {
    call.body().only(rules.member(), Request.OVERLAP);
    Duration asked = Request.overlap(call.body());
    return doors.on(call, (act, one) -> {
      Duration overlap = asked == null ? usualOverlap(one.spec()) : asked;
      Made<S> made = making.prepare(act, rules, one, call.body());
      return kept(call, 200, act, one, made.activated(act.now(), overlap), false);
    });
  }

  private Answer changed(Call call, Change change, @Nullable Usual<S> usual, boolean ends) {
    if (usual != null) {
      call.body().only(Request.OVERLAP);
    } else {
      call.body().only();
    }
    Duration asked = usual == null ? null : Request.overlap(call.body());
    String key = call.path("key");
    return doors.on(call, (act, one) -> {
      Duration overlap = asked == null && usual != null ? usual.of(one.spec()) : asked;
      Stored<S> changed =
          one.with(change.of(one.versions(), key, act.now(), overlap), one.secrets());
      return kept(
          call, 200, act, one, new Made<>(changed, Optional.empty(), Optional.of(key)), ends);
    });
  }

  private Done<Answer> kept(
      Call call, int status, Act act, Stored<S> before, Made<S> made, boolean ends) {
    Stored<S> next = made.one();
    if (signer(next).isPresent() && !signer(next).equals(signer(before))) {
      next = next.with(kind.withNewKey(next.spec()));
    }
    Stored<S> changed = ends ? act.end(kind, before, next) : act.change(kind, before, next);
    return doors.done(
        call, status, act, new Made<>(changed, made.secret(), made.keyId()), List.of());
  }

  private static Optional<String> signer(Stored<?> one) {
    return one.versions().active().map(KeyVersion::id);
  }
}
