package dev.jeton.server.hub.admin;

import dev.jeton.server.admin.SecretRules;
import dev.jeton.server.http.Refused;
import dev.jeton.server.hub.GivenIssuerKey;
import dev.jeton.server.hub.IssuerSpec;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.hub.Libp2pPrivateKey;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The keys of issuers: Ed25519, as libp2p private key strings. */
final class IssuerKeyRules implements SecretRules<IssuerSpec> {

  @Override
  public String segment() {
    return "keys";
  }

  @Override
  public String member() {
    return "issuerKey";
  }

  @Override
  public String noun() {
    return "issuer key";
  }

  @Override
  public Secret make(IssuerSpec spec, RandomGenerator random) {
    return Libp2pPrivateKey.random(random).text();
  }

  @Override
  public void check(IssuerSpec spec, Secret given) {
    GivenIssuerKey.fault(given).ifPresent(fault -> {
      throw Refused.badRequest(
          GivenIssuerKey.isForm(given) ? "published-secret" : "wrong-secret",
          "issuerKey cannot be taken: " + fault
              + "; it must be a libp2p private key string, or absent to have one made");
    });
  }

  /** The public key. */
  @Override
  public Optional<String> label(IssuerSpec spec, Secret secret) {
    return Optional.of(GivenIssuerKey.of(secret).publicKey().text());
  }
}
