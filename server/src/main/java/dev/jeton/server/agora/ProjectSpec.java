package dev.jeton.server.agora;

import dev.jeton.tokens.agora.AppId;
import java.util.Set;

/**
 * What an operator says of an Agora project, without its certificates.
 *
 * @param name what callers name it by
 * @param authentication how users prove that they may join
 * @param version the format of its tokens
 * @param grants what may be minted beyond one user in one channel
 * @param marked whether callers get it who name none
 */
public record ProjectSpec(
    String name,
    AppId appId,
    Authentication authentication,
    TokenVersion version,
    Lifetimes lifetimes,
    Set<Grant> grants,
    boolean marked) {
  public ProjectSpec {
    grants = Set.copyOf(grants);
  }

  /** The same, marked as the one for callers who name none, or not. */
  public ProjectSpec marked(boolean yes) {
    return new ProjectSpec(name, appId, authentication, version, lifetimes, grants, yes);
  }
}
