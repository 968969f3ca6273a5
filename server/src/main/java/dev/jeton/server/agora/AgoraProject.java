package dev.jeton.server.agora;

import dev.jeton.tokens.agora.AgoraVerifier;
import dev.jeton.tokens.agora.AppId;
import dev.jeton.tokens.agora.Certificates;
import java.util.Set;

/**
 * An Agora project: its App ID, its certificates and what may be minted for it.
 *
 * @param name what callers name it by
 * @param demo made at this start because nothing is configured; for local callers only
 */
public record AgoraProject(
    String name,
    AppId appId,
    Certificates certificates,
    TokenVersion version,
    Set<Grant> grants,
    boolean demo) {

  /** A verifier for its tokens. */
  public AgoraVerifier verifier() {
    return new AgoraVerifier(appId, certificates);
  }
}
