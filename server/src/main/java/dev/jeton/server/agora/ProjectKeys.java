package dev.jeton.server.agora;

import dev.jeton.server.admin.Stored;
import dev.jeton.server.settings.Key;
import dev.jeton.server.settings.SettingsReader;
import dev.jeton.server.vault.KeyState;
import dev.jeton.server.vault.KeyVersion;
import dev.jeton.server.vault.KeyVersions;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.agora.AppId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys of one project, and how a project is read from them. */
record ProjectKeys(Key appId, Key primary, Key secondary, Key version, Key allow) {

  List<Key> all() {
    return List.of(appId, primary, secondary, version, allow);
  }

  boolean anySet(SettingsReader in) {
    return all().stream().anyMatch(in::isSet);
  }

  /** The project, unless something is wrong with it. */
  Optional<Stored<ProjectSpec>> read(SettingsReader in, String name, boolean marked) {
    AppId id = in.parsed(appId, text -> GivenAppId.read(text).orElse(null), GivenCertificate.HEX);
    Secret first = certificate(in, primary);
    Secret second = certificate(in, secondary);
    TokenVersion format = in.parsed(
        version, text -> TokenVersion.of(text).orElse(null), "give " + TokenVersion.words());
    Set<Grant> grants =
        Set.copyOf(in.list(allow, text -> Grant.of(text).orElse(null), "give " + Grant.words()));
    if (!in.isSet(appId)) {
      in.fault(appId, "it is missing", GivenCertificate.HEX);
    }
    if (!in.isSet(primary)) {
      in.fault(primary, "it is missing", GivenCertificate.HEX);
    }
    if (first != null && second != null && first.equals(second)) {
      in.fault(secondary, "it equals the primary one", "leave it out, or give the other one");
    }
    if (id == null || first == null) {
      return Optional.empty();
    }
    ProjectSpec spec = new ProjectSpec(
        name,
        id,
        Authentication.TOKEN,
        format == null ? TokenVersion.V007 : format,
        Lifetimes.STANDARD,
        grants,
        marked);
    return Optional.of(stored(spec, first, second));
  }

  /** The settings know no times, so both certificates are as old as time itself. */
  private static Stored<ProjectSpec> stored(
      ProjectSpec spec, Secret primary, @Nullable Secret secondary) {
    List<KeyVersion> keys = new ArrayList<>();
    Map<String, Secret> secrets = new HashMap<>();
    keys.add(version("primary", KeyState.ACTIVE));
    secrets.put("primary", primary);
    if (secondary != null) {
      keys.add(version("secondary", KeyState.RETIRING));
      secrets.put("secondary", secondary);
    }
    return Stored.fixed(spec.name(), spec, new KeyVersions(keys), secrets);
  }

  private static KeyVersion version(String id, KeyState state) {
    return new KeyVersion(id, state, true, Instant.EPOCH, null, null, null);
  }

  private static @Nullable Secret certificate(SettingsReader in, Key key) {
    Secret secret = in.secret(key);
    if (secret == null) {
      return null;
    }
    Optional<GivenCertificate.Unfit> unfit = GivenCertificate.fault(secret);
    unfit.ifPresent(fault -> in.fault(key, fault.what(), fault.right()));
    return unfit.isPresent() ? null : secret;
  }
}
