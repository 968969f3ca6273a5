package dev.jeton.server.agora.admin;

import dev.jeton.server.admin.Stored;
import dev.jeton.server.agora.ProjectSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What an operator should know of a project. */
final class ProjectWarnings {
  private ProjectWarnings() {}

  static List<String> of(Stored<ProjectSpec> one, Instant now) {
    List<String> warnings = new ArrayList<>();
    if (one.spec().authentication().letsInWithoutToken()) {
      warnings.add(
          "whoever knows the App ID may join its channels without a token; use shows how many"
              + " were let in that way. Set authentication to token when all clients bring one");
    }
    if (one.signing(now).isEmpty()) {
      warnings.add(noCertificate(one));
    }
    return warnings;
  }

  private static String noCertificate(Stored<ProjectSpec> one) {
    String why = one.keys().active().isPresent()
        ? "its primary App Certificate is disabled, so nothing is minted for it; enable it"
        : "it has no primary App Certificate, so nothing is minted for it; make one and activate it";
    return one.spec().authentication().letsInWithoutToken()
        ? why
        : why + ". It asks for tokens, so nobody new gets in";
  }
}
