package dev.jeton.server.agora;

import dev.jeton.server.admin.Stored;
import dev.jeton.server.vault.KeyVersion;
import dev.jeton.server.vault.KeyVersions;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.agora.AppId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Projects for tests. */
public final class Projects {
  public static final String APP_ID = "0123456789abcdef0123456789abcdef";
  static final String CERTIFICATE = "fedcba9876543210fedcba9876543210";
  static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

  private Projects() {}

  static ProjectSpec spec(String name) {
    return new ProjectSpec(
        name,
        new AppId(APP_ID),
        Authentication.TOKEN,
        TokenVersion.V007,
        Lifetimes.STANDARD,
        Set.of(),
        false);
  }

  /** One whose only certificate is the primary one. */
  static AgoraProject live(ProjectSpec spec) {
    KeyVersions keys = KeyVersions.startingWith(KeyVersion.prepared("k1", START));
    return AgoraProject.of(stored(spec, keys), new ProjectUse());
  }

  /** A server's, with one of that name. */
  public static AgoraProjects of(String name) {
    AgoraProjects projects = new AgoraProjects(DemoProject.create(new Random(1)));
    KeyVersions keys = KeyVersions.startingWith(KeyVersion.prepared("k1", START));
    projects.hold(List.of(stored(spec(name), keys)));
    return projects;
  }

  /** Its versions are called k1, k2 and so on, and their certificates end with that digit. */
  static Stored<ProjectSpec> stored(ProjectSpec spec, KeyVersions keys) {
    Map<String, Secret> secrets = new HashMap<>();
    keys.live().forEach(key -> secrets.put(key.id(), secret(key.id())));
    return new Stored<>("id-of-" + spec.name(), spec, keys, secrets, 1, START, START, "test");
  }

  static Secret secret(String keyId) {
    return keyId.equals("k1")
        ? Secret.ofText(CERTIFICATE)
        : Secret.ofText(CERTIFICATE.substring(1) + keyId.charAt(1));
  }
}
