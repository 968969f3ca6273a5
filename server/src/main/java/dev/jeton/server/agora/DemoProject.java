package dev.jeton.server.agora;

import dev.jeton.server.admin.Stored;
import dev.jeton.server.vault.KeyVersion;
import dev.jeton.server.vault.KeyVersions;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.agora.AppId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/** What is served while nothing is configured, so that the first request after a clone works. */
final class DemoProject {
  static final String NAME = "demo";

  private DemoProject() {}

  /** A new project, known to nobody: its tokens open no channel at Agora. */
  static AgoraProject create(RandomGenerator random) {
    ProjectSpec spec = new ProjectSpec(
        NAME,
        new AppId(HexDigits.random(random)),
        Authentication.TOKEN,
        TokenVersion.V007,
        Lifetimes.STANDARD,
        Set.of(),
        false);
    KeyVersion primary = KeyVersion.prepared("primary", Instant.EPOCH);
    return AgoraProject.demo(Stored.fixed(
        NAME,
        spec,
        KeyVersions.startingWith(primary),
        Map.of(primary.id(), Secret.ofText(HexDigits.random(random)))));
  }
}
