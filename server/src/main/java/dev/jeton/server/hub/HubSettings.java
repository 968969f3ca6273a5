package dev.jeton.server.hub;

import dev.jeton.server.admin.Stored;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The issuers that file and environment name, and how identities are proven.
 *
 * @param issuers empty where none is named: then the server makes a key of its own
 * @param marked the name of the one that is marked as the default
 * @param ownTokens what the tokens of the server's own key look like
 * @param acceptEdDsa whether tokens count too that name the algorithm by its old name
 */
public record HubSettings(
    List<HubIssuer> issuers,
    Optional<String> marked,
    TokenShape ownTokens,
    ChallengeForm challenge,
    Duration deadline,
    boolean acceptEdDsa) {
  public HubSettings {
    issuers = List.copyOf(issuers);
  }

  /** Those issuers as administration shows them. */
  public List<Stored<IssuerSpec>> stored() {
    return issuers.stream()
        .map(issuer ->
            KeptIssuer.fixed(issuer, marked.filter(issuer.name()::equals).isPresent()))
        .toList();
  }
}
