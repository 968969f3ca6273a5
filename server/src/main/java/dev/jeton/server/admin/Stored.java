package dev.jeton.server.admin;

import dev.jeton.server.vault.KeyVersion;
import dev.jeton.server.vault.KeyVersions;
import dev.jeton.tokens.Secret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One thing of a kind as it stands.
 *
 * @param id never used again; of those that file and environment name, their name
 * @param spec what an operator says of it
 * @param versions all versions of its secret
 * @param secrets the secrets of the live versions that could be opened, by the versions' ids
 * @param version rises with each change; 0 where file or environment name it
 * @param changedBy who changed it last
 * @param <S> what an operator says of one
 */
public record Stored<S>(
    String id,
    S spec,
    KeyVersions versions,
    Map<String, Secret> secrets,
    long version,
    Instant createdAt,
    Instant changedAt,
    String changedBy) {

  private static final String KEY_FILE = "key-file";

  public Stored {
    secrets = Map.copyOf(secrets);
  }

  /** One that file or environment name, with its secrets, the first of which signs. */
  public static <S> Stored<S> fixed(
      String name, S spec, KeyVersions keys, Map<String, Secret> all) {
    return new Stored<>(name, spec, keys, all, 0, Instant.EPOCH, Instant.EPOCH, "file");
  }

  /** The same as a key file in the data folder makes it, which nobody named. */
  public Stored<S> byKeyFile() {
    return new Stored<>(id, spec, versions, secrets, version, createdAt, changedAt, KEY_FILE);
  }

  /** Whether file or environment name it, so that nobody can change it here. */
  public boolean isFixed() {
    return version == 0;
  }

  /** Where it is changed: in the store here, in the settings, or with the file of its key. */
  String managedBy() {
    return isFixed() ? changedBy : "store";
  }

  boolean isByKeyFile() {
    return isFixed() && changedBy.equals(KEY_FILE);
  }

  /** The versions that count here: all but the live ones whose secrets cannot be opened. */
  public KeyVersions keys() {
    List<KeyVersion> unread = unread();
    return unread.isEmpty()
        ? versions
        : new KeyVersions(
            versions.all().stream().filter(key -> !unread.contains(key)).toList());
  }

  /** The live versions whose secrets cannot be opened with the keys that are here. */
  List<KeyVersion> unread() {
    List<KeyVersion> unread = new ArrayList<>();
    for (KeyVersion key : versions.all()) {
      if (key.isLive() && !secrets.containsKey(key.id())) {
        unread.add(key);
      }
    }
    return unread;
  }

  /** The live versions that came to their end. */
  List<String> ended(Instant now) {
    if (!versions.anyEnded(now)) {
      return List.of();
    }
    Set<String> deletable = versions.deletable(now);
    return versions.live().stream()
        .map(KeyVersion::id)
        .filter(deletable::contains)
        .toList();
  }

  /** The secret that signs at that time. */
  public Optional<Secret> signing(Instant now) {
    return keys().signing(now).map(key -> secrets.get(key.id()));
  }

  /** The secrets that verify at that time, the signing one first. */
  public List<Secret> verifying(Instant now) {
    return keys().verifying(now).stream().map(KeyVersion::id).map(this::secret).toList();
  }

  /** The secret of a live version. */
  public Secret secret(String keyId) {
    Secret secret = secrets.get(keyId);
    if (secret == null) {
      throw new IllegalArgumentException("there is no secret of version " + keyId);
    }
    return secret;
  }

  Stored<S> with(S otherSpec) {
    return new Stored<>(id, otherSpec, versions, secrets, version, createdAt, changedAt, changedBy);
  }

  Stored<S> with(KeyVersions others, Map<String, Secret> otherSecrets) {
    return new Stored<>(id, spec, others, otherSecrets, version, createdAt, changedAt, changedBy);
  }

  /** Without its secrets. */
  @Override
  public String toString() {
    return "Stored[" + id + ", version " + version + "]";
  }
}
