package dev.jeton.server.admin;

import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.store.Writing;
import dev.jeton.server.vault.KeyVersion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * A kind of thing that operators administer, in its platform's own words: a project, a realm, an API
 * key. A bean of this type gets its doors, its place in the store and in {@code apply}, and is told what
 * there is.
 *
 * @param <S> what an operator says of one, without its secrets
 */
public interface Kind<S> {

  /** Its word in the store, in resource files and in the audit, such as {@code agora-project}. */
  String word();

  /** Where it is administered, such as {@code /api/v1/agora/projects}. */
  String path();

  /** What people call one, such as {@code Agora project}. */
  String noun();

  /** For the audit; empty for what belongs to no platform. */
  Optional<String> platform();

  /** Reads what an operator wrote; refuses what is unknown or wrong, and what is missing. */
  S read(Fields spec);

  /**
   * What is to be created, with whatever the operator left to be made and is no secret: an App ID, an
   * API key.
   */
  default Fields completed(Fields spec, RandomGenerator random) {
    return spec;
  }

  /**
   * The same with what it refers to by name or word referred to by id, which stays when that is
   * renamed; refuses references to nothing. Called for what is created or changed.
   */
  default S linked(S spec, View others) {
    return spec;
  }

  /**
   * The ids of things of other kinds that it refers to, by those kinds' words. They are not deleted
   * meanwhile.
   */
  default Map<String, List<String>> refersTo(S spec) {
    return Map.of();
  }

  /** Writes all members, defaults included; {@link #read} of that gives an equal one. */
  void write(S spec, Json out);

  /** Its name, unique among its kind whatever the letter case. */
  String name(S spec);

  /** Whether that is somebody's name, which the audit keeps where it can be erased. */
  default boolean namesPeople() {
    return false;
  }

  /** What else must be unique among its kind, and finds it as its name does: what to word. */
  default Map<String, String> words(S spec) {
    return Map.of();
  }

  /** The rules of its secrets, if it has any. */
  default Optional<SecretRules<S>> secrets() {
    return Optional.empty();
  }

  /**
   * What holds when another version of its secret begins to sign: without what was said of the
   * former one.
   */
  default S withNewKey(S spec) {
    return spec;
  }

  /**
   * From when on nothing counts that its active key signs, as the operator said of it; the key keeps
   * that when another one takes over.
   */
  default Optional<Instant> signingEndsAt(S spec) {
    return Optional.empty();
  }

  /** Whether callers get this one who name none; at most one is marked so. */
  default boolean isDefault(S spec) {
    return false;
  }

  /** The same without that mark, which another one gets. */
  default S withoutDefault(S spec) {
    return spec;
  }

  /** Refuses what does not fit to the others, as they will be; called before each change is kept. */
  default void check(Stored<S> one, View others) {}

  /** What still uses it, a line each; while there is any, it is not deleted. */
  default List<String> usedBy(Stored<S> one, View others) {
    return List.of();
  }

  /** Those that file and environment name; nobody can change them here. */
  default List<Stored<S>> fixed() {
    return List.of();
  }

  /**
   * Those that a server has by itself as long as nobody stores them. They are shown, nobody can change
   * them here, and {@link #hold} and {@link View} leave them out.
   */
  default List<Stored<S>> own() {
    return List.of();
  }

  /** What an operator should know of it, a sentence each. */
  default List<String> warnings(Stored<S> one, Instant now) {
    return List.of();
  }

  /** What of it comes to an end by itself, so that an operator is told before. */
  default List<Ending> endings(Stored<S> one) {
    return Ending.ofSigning(one.keys());
  }

  /**
   * The members of a spec that are false because somebody revoked something by that. A restore of an
   * older backup leaves them false.
   */
  default Set<String> revoked(S spec) {
    return Set.of();
  }

  /** The members that such a restore makes false where the thing was deleted since. */
  default Set<String> revokedByDeleting() {
    return Set.of();
  }

  /**
   * What a change of one changes besides, in its transaction; called also for a dry run, which is rolled
   * back.
   */
  default void changing(
      Writing writing, Stored<S> before, Stored<S> after, String by, Instant now) {}

  /**
   * What refers to it by its name, and follows when that changes: in the same transaction, and before
   * {@link #check}.
   */
  default List<Following<?>> following(Stored<S> before, Stored<S> after, View others) {
    return List.of();
  }

  /** Further members of an answer that follow from the others. */
  default void describe(Stored<S> one, Instant now, Json out) {}

  /** The names of what it refers to, for people. */
  default void nameLinks(Stored<S> one, View others, Json out) {}

  /** Further members of one version of its secret. */
  default void describeKey(Stored<S> one, KeyVersion key, Json out) {}

  /** Whether it is among what approvers decide about, so that they may look at it. */
  default boolean isForApprovers() {
    return false;
  }

  /** Whether creating, changing and deleting one is so dangerous that it takes a fresh proof. */
  default boolean wantsFreshProof() {
    return false;
  }

  /** Tells all there are, at the start and after each change; those of file and environment first. */
  void hold(List<Stored<S>> all);

  /**
   * Tells, after {@link #hold}, how many more there are that this server cannot read. They are not
   * among those that it holds; a kind whose things forbid something forbids what they might.
   */
  default void unread(int count) {}
}
