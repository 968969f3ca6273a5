package dev.jeton.server.agora;

import dev.jeton.server.settings.Key;
import dev.jeton.server.settings.SettingsReader;
import dev.jeton.tokens.PublishedSecrets;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.agora.AppCertificate;
import dev.jeton.tokens.agora.AppId;
import dev.jeton.tokens.agora.Certificates;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys of one project, and how a project is read from them. */
record ProjectKeys(Key appId, Key primary, Key secondary, Key version, Key allow) {
  private static final String HEX = "give the 32 hex digits that the Agora console shows";

  List<Key> all() {
    return List.of(appId, primary, secondary, version, allow);
  }

  boolean anySet(SettingsReader in) {
    return all().stream().anyMatch(in::isSet);
  }

  /** The project, unless something is wrong with it. */
  Optional<AgoraProject> read(SettingsReader in, String name) {
    AppId id = in.parsed(appId, ProjectKeys::appId, HEX);
    AppCertificate first = certificate(in, primary);
    AppCertificate second = certificate(in, secondary);
    TokenVersion format = in.parsed(version, ProjectKeys::version, "give 007 or 006");
    Set<Grant> grants = Set.copyOf(in.list(allow, ProjectKeys::grant, "give " + Grant.words()));
    if (!in.isSet(appId)) {
      in.fault(appId, "it is missing", HEX);
    }
    if (!in.isSet(primary)) {
      in.fault(primary, "it is missing", HEX);
    }
    if (first != null && second != null && first.secret().equals(second.secret())) {
      in.fault(secondary, "it equals the primary one", "leave it out, or give the other one");
    }
    if (id == null || first == null) {
      return Optional.empty();
    }
    return Optional.of(new AgoraProject(
        name,
        id,
        Certificates.of(first, second),
        format == null ? TokenVersion.V007 : format,
        grants,
        false));
  }

  private static @Nullable AppCertificate certificate(SettingsReader in, Key key) {
    Secret secret = in.secret(key);
    if (secret == null) {
      return null;
    }
    Optional<String> unfit = PublishedSecrets.fault(secret);
    if (unfit.isPresent()) {
      in.fault(key, unfit.get(), "create a new certificate in the Agora console and give that");
      return null;
    }
    try {
      return AppCertificate.of(secret);
    } catch (IllegalArgumentException e) {
      in.fault(key, "it is not an App Certificate", HEX);
      return null;
    }
  }

  private static @Nullable AppId appId(String text) {
    try {
      return new AppId(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable TokenVersion version(String text) {
    for (TokenVersion version : TokenVersion.values()) {
      if (version.text().equals(text)) {
        return version;
      }
    }
    return null;
  }

  private static @Nullable Grant grant(String text) {
    for (Grant grant : Grant.values()) {
      if (grant.word().equals(text)) {
        return grant;
      }
    }
    return null;
  }
}
