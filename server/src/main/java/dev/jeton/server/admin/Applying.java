package dev.jeton.server.admin;

import dev.jeton.server.access.Problem;
import dev.jeton.server.admin.Making.Made;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import dev.jeton.server.vault.KeyActRefused;
import dev.jeton.server.vault.KeyVersion;
import dev.jeton.tokens.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes it so that resources are as somebody wrote them down; done twice it changes nothing. */
final class Applying {
  /** How long a former secret still verifies where neither the file nor the kind says. */
  private static final Duration USUAL_OVERLAP = Duration.ofDays(1);

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

  /** What holds where somebody's words end. */
  private enum Manner {
    /** A member that is not given is as if it were never given; a secret that is not given is made. */
    WRITTEN_DOWN,
    /** A member that the source does not know stays as it is; a secret never comes from nowhere. */
    IMPORTED
  }

  /** Something that cannot be taken, and why. */
  record NotTaken(Imported.Thing thing, Problem why) {}

  /** What came of things one by one. */
  record Pass(List<Change> changes, List<NotTaken> refused) {
    /** Those of the things that can be taken. */
    List<Imported.Thing> taken(List<Imported.Thing> things) {
      Set<Imported.Thing> out = Collections.newSetFromMap(new IdentityHashMap<>());
      refused.forEach(one -> out.add(one.thing()));
      return things.stream().filter(thing -> !out.contains(thing)).toList();
    }
  }

  /**
   * Takes each thing that can be taken. Where one is refused, the transaction has to be rolled back,
   * since the rest of it may be in there.
   */
  Pass pass(Act act, List<Imported.Thing> things) {
    Pass pass = new Pass(new ArrayList<>(), new ArrayList<>());
    Set<String> seen = new HashSet<>();
    for (Imported.Thing thing : things) {
      act.settle();
      try {
        Change change = one(act, shelf(thing.kind()), thing.fields(), Manner.IMPORTED);
        refuseRepeated(seen, change);
        pass.changes().add(change);
      } catch (Refused e) {
        act.forget();
        pass.refused().add(new NotTaken(thing, e.problem()));
      } catch (KeyActRefused e) {
        act.forget();
        pass.refused().add(new NotTaken(thing, new Problem(409, e.code(), e.line())));
      }
    }
    return pass;
  }

  List<Change> apply(Act act, List<Fields> resources) {
    List<Change> changes = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < resources.size(); i++) {
      Fields resource = resources.get(i);
      String where = "resources[" + i + "]";
      try {
        Change change =
            one(act, shelf(resource.text("kind")), resource.without("kind"), Manner.WRITTEN_DOWN);
        refuseRepeated(seen, change);
        changes.add(change);
      } catch (Refused e) {
        Problem problem = e.problem();
        throw new Refused(
            new Problem(problem.status(), problem.code(), where + ": " + problem.detail()));
      } catch (KeyActRefused e) {
        throw new Refused(new Problem(409, e.code(), where + ": " + e.line()));
      }
    }
    return changes;
  }

  private static void refuseRepeated(Set<String> seen, Change change) {
    if (!seen.add(change.kind().word() + "/" + Shelf.folded(change.name()))) {
      throw Refused.badRequest("repeated-resource", "it stands in the list twice; keep one");
    }
  }

  private Shelf<?> shelf(String word) {
    return shelves
        .find(word)
        .orElseThrow(() -> Refused.badRequest(
            "unknown-kind",
            "nothing of that kind is known here; known are " + String.join(", ", shelves.words())));
  }

  private <S> Change one(Act act, Shelf<S> shelf, Fields resource, Manner manner) {
    Kind<S> kind = shelf.kind();
    Fields body = kind.secrets().isPresent() ? resource.without(Request.OVERLAP) : resource;
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
      if (manner == Manner.IMPORTED) {
        refuseWithoutSecret(kind, kind.read(completed), body);
      }
      Made<S> made = making.create(act, kind, body);
      return change(kind, made.one(), What.CREATE, List.of(), made.secret());
    }
    Stored<S> one = act.getForChange(kind, there.get().id(), Optional.empty());
    Fields before = said(kind, one.spec());
    // What was made when it was created stays.
    Set<String> made = new HashSet<>(completed.names());
    made.removeAll(given.names());
    Fields wanted = manner == Manner.IMPORTED ? before.with(given) : given.with(before.just(made));
    S spec = kind.linked(kind.read(wanted), act.view());
    List<String> members = before.differences(said(kind, spec));
    Stored<S> next = one.with(spec);
    Optional<Stored<S>> rotated =
        kind.secrets().flatMap(rules -> rotated(act, rules, next, resource));
    if (members.isEmpty() && rotated.isEmpty()) {
      return change(kind, one, What.UNCHANGED, members, Optional.empty());
    }
    Stored<S> kept = act.change(kind, one, rotated.orElse(next));
    return change(
        kind, kept, rotated.isPresent() ? What.ROTATE : What.CHANGE, members, Optional.empty());
  }

  private static <S> void refuseWithoutSecret(Kind<S> kind, S spec, Fields body) {
    kind.secrets()
        .filter(rules -> rules.appliesTo(spec))
        .filter(rules -> !body.has(rules.member()))
        .ifPresent(rules -> {
          throw Refused.badRequest(
              "missing-secret",
              "it comes without its " + rules.noun() + ", and an import makes none; create it here"
                  + " to have one made");
        });
  }

  private static <S> Duration overlap(SecretRules<S> rules, S spec, Fields body) {
    Duration asked = Request.overlap(body);
    return asked == null ? rules.usualOverlap(spec).orElse(USUAL_OVERLAP) : asked;
  }

  /** With the secret that is written down, if another one signs now. */
  private <S> Optional<Stored<S>> rotated(
      Act act, SecretRules<S> rules, Stored<S> one, Fields body) {
    String given = body.textOrNull(rules.member());
    if (given == null) {
      return Optional.empty();
    }
    Duration overlap = overlap(rules, one.spec(), body);
    Secret wanted = Secret.ofText(given);
    Optional<KeyVersion> same = one.keys().live().stream()
        .filter(key -> one.secret(key.id()).equals(wanted))
        .findFirst();
    if (same.isEmpty()) {
      Made<S> made = making.prepare(act, rules, one, body).activated(act.now(), overlap);
      return Optional.of(made.one());
    }
    if (one.keys().active().filter(same.get()::equals).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        one.with(one.versions().activate(same.get().id(), act.now(), overlap), one.secrets()));
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
