package dev.jeton.server.agora;

import dev.jeton.tokens.Secret;
import dev.jeton.tokens.agora.AppCertificate;
import dev.jeton.tokens.agora.AppId;
import dev.jeton.tokens.agora.Certificates;
import java.util.HexFormat;
import java.util.Set;
import java.util.random.RandomGenerator;

/** What is served while nothing is configured, so that the first request after a clone works. */
final class DemoProject {
  static final String NAME = "demo";

  private static final int BYTES = 16;

  private DemoProject() {}

  /** A new project, known to nobody: its tokens open no channel at Agora. */
  static AgoraProject create(RandomGenerator random) {
    return new AgoraProject(
        NAME,
        new AppId(hex(random)),
        Certificates.of(AppCertificate.of(Secret.ofText(hex(random)))),
        TokenVersion.V007,
        Set.of(),
        true);
  }

  private static String hex(RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
