package dev.jeton.server.admin;

import dev.jeton.server.access.Problem;
import dev.jeton.server.admin.Making.Made;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import dev.jeton.server.vault.KeyVersion;
import dev.jeton.tokens.Secret;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes it so that resources are as somebody wrote them down; done twice it changes nothing. */
final class Applying {
  private final Shelves shelves;
  private final Making making;

  Applying(Shelves shelves, Making making) {
    this.shelves = shelves;
    this.making = making;
  }

  /** What is done with a resource. */
  enum What {
    CREATE,
    CHANGE,
    ROTATE,
    UNCHANGED
  }

  /**
   * What is done with one resource.
   *
   * @param members the names of what differs
   * @param secret one that was made for it, under its member's name
   */
  record Change(
      Kind<?> kind,
      String id,
      String name,
      What what,
      List<String> members,
      Optional<String> secretMember,
      Optional<Secret> secret) {
    /** Without the secret. */
    @Override
    public String toString() {
      return what + " " + kind.word() + " " + name;
    }
  }

  List<Change> apply(Act act, List<Fields> resources) {
    List<Change> changes = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < resources.size(); i++) {
      Fields resource = resources.get(i);
      String where = "resources[" + i + "]";
      try {
        Change change = one(act, shelf(resource), resource.without("kind"));
        if (!seen.add(change.kind().word() + "/" + Shelf.folded(change.name()))) {
          throw Refused.badRequest("repeated-resource", "it stands in the list twice; keep one");
        }
        changes.add(change);
      } catch (Refused e) {
        Problem problem = e.problem();
        throw new Refused(
            new Problem(problem.status(), problem.code(), where + ": " + problem.detail()));
      }
    }
    return changes;
  }

  private Shelf<?> shelf(Fields resource) {
    String word = resource.text("kind");
    return shelves
        .find(word)
        .orElseThrow(() -> Refused.badRequest(
            "unknown-kind",
            "nothing of that kind is known here; known are " + String.join(", ", shelves.words())));
  }

  private <S> Change one(Act act, Shelf<S> shelf, Fields body) {
    Kind<S> kind = shelf.kind();
    Fields given = Making.withoutSecret(kind, body);
    Fields completed = making.completed(kind, given);
    String name = kind.name(kind.read(completed));
    if (!name.equals(kind.name(kind.read(making.completed(kind, given))))) {
      throw Refused.badRequest(
          "name-needed", "it has no name of its own by which it could be found again; give one");
    }
    Optional<Stored<S>> there = act.view()
        .find(kind, name)
        .filter(one -> Shelf.folded(kind.name(one.spec())).equals(Shelf.folded(name)));
    if (there.isEmpty()) {
      Made<S> made = making.create(act, kind, body);
      return change(kind, made.one(), What.CREATE, List.of(), made.secret());
    }
    Stored<S> one = act.getForChange(kind, there.get().id(), Optional.empty());
    Fields before = said(kind, one.spec());
    // What was made when it was created stays.
    Set<String> made = new HashSet<>(completed.names());
    made.removeAll(given.names());
    S spec = kind.linked(kind.read(given.with(before.just(made))), act.view());
    List<String> members = before.differences(said(kind, spec));
    Stored<S> next = one.with(spec);
    Optional<Stored<S>> rotated = kind.secrets().flatMap(rules -> rotated(act, rules, next, body));
    if (members.isEmpty() && rotated.isEmpty()) {
      return change(kind, one, What.UNCHANGED, members, Optional.empty());
    }
    Stored<S> kept = act.change(kind, one, rotated.orElse(next));
    return change(
        kind, kept, rotated.isPresent() ? What.ROTATE : What.CHANGE, members, Optional.empty());
  }

  /** With the secret that is written down, if another one signs now. */
  private <S> Optional<Stored<S>> rotated(
      Act act, SecretRules<S> rules, Stored<S> one, Fields body) {
    String given = body.textOrNull(rules.member());
    if (given == null) {
      return Optional.empty();
    }
    Secret wanted = rules.kept(Secret.ofText(given));
    Optional<KeyVersion> same = one.keys().live().stream()
        .filter(key -> one.secret(key.id()).equals(wanted))
        .findFirst();
    if (same.isEmpty()) {
      Made<S> made = making.prepare(act, rules, one, body).activated(act.now(), null);
      return Optional.of(made.one());
    }
    if (one.keys().active().filter(same.get()::equals).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        one.with(one.keys().activate(same.get().id(), act.now(), null), one.secrets()));
  }

  private static <S> Fields said(Kind<S> kind, S spec) {
    return Fields.of(Json.object(json -> kind.write(spec, json)));
  }

  private static <S> Change change(
      Kind<S> kind, Stored<S> one, What what, List<String> members, Optional<Secret> secret) {
    return new Change(
        kind,
        one.id(),
        kind.name(one.spec()),
        what,
        members,
        kind.secrets().map(SecretRules::member),
        secret);
  }
}
