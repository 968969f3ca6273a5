package dev.jeton.server.hub;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The issuers that file and environment name, and how identities are proven.
 *
 * @param issuers empty where none is named: then the server makes a key of its own
 * @param standard the name of the one that callers get who name none
 * @param ownTokens what the tokens of the server's own key look like
 * @param acceptEdDsa whether tokens count too that name the algorithm by its old name
 */
public record HubSettings(
    List<HubIssuer> issuers,
    Optional<String> standard,
    TokenShape ownTokens,
    ChallengeForm challenge,
    Duration deadline,
    boolean acceptEdDsa) {
  public HubSettings {
    issuers = List.copyOf(issuers);
  }
}
