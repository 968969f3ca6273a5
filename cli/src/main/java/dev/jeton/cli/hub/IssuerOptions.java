package dev.jeton.cli.hub;

import dev.jeton.cli.console.OptionGroup;
import dev.jeton.cli.console.UsageException;
import dev.jeton.tokens.hub.HubVerifier;
import dev.jeton.tokens.hub.Libp2pPublicKey;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Whose tokens are taken, and how far they may differ from what Jeton mints. */
final class IssuerOptions implements OptionGroup {
  @Option(
      names = "--issuer",
      paramLabel = "PUBLICKEY",
      converter = PublicKeyConverter.class,
      description = "The issuer's public key; required. May be given several times while the issuer"
          + " changes its key.")
  private List<Libp2pPublicKey> issuers = new ArrayList<>();

  @Option(
      names = "--accept-eddsa",
      description = "Also take EdDSA, the older name of the algorithm. A Hub does not.")
  private boolean acceptEdDsa;

  @Option(
      names = "--allow-no-expiry",
      description = "Also take tokens without an end, as a Hub issued them.")
  private boolean allowNoExpiry;

  HubVerifier verifier() {
    if (issuers.isEmpty()) {
      throw new UsageException("missing: --issuer PUBLICKEY");
    }
    HubVerifier verifier = verifier(issuers);
    verifier = acceptEdDsa ? verifier.acceptingEdDsa() : verifier;
    return allowNoExpiry ? verifier.allowingNoExpiry() : verifier;
  }

  private static HubVerifier verifier(List<Libp2pPublicKey> issuers) {
    try {
      return HubVerifier.of(issuers);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--issuer: " + e.getMessage());
    }
  }

  @Override
  public String heading() {
    return "Issuer";
  }
}
