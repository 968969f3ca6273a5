package dev.jeton.server.hub;

import dev.jeton.tokens.hub.HubVerifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The issuers of this server, in memory. */
public final class HubIssuers {
  private final Map<HubIssuer, HubVerifier> verifiers = new LinkedHashMap<>();
  private final Optional<HubIssuer> standard;
  private final boolean isNew;

  /**
   * The issuers with the one to take when a caller names none.
   *
   * @param standard empty where several stand side by side and none is marked
   * @param acceptEdDsa whether tokens count too that name the algorithm by its old name
   */
  HubIssuers(List<HubIssuer> all, Optional<HubIssuer> standard, boolean acceptEdDsa) {
    this(all, standard, false, acceptEdDsa);
  }

  private HubIssuers(
      List<HubIssuer> all, Optional<HubIssuer> standard, boolean isNew, boolean acceptEdDsa) {
    this.isNew = isNew;
    all.forEach(issuer -> verifiers.put(issuer, verifier(issuer, acceptEdDsa)));
    this.standard = standard;
  }

  /** The server's own issuer, whose key may have been made at this start. */
  static HubIssuers own(HubIssuer issuer, boolean isNew, boolean acceptEdDsa) {
    return new HubIssuers(List.of(issuer), Optional.of(issuer), isNew, acceptEdDsa);
  }

  /** Whether tokens of earlier starts cannot be of these issuers. */
  boolean areNew() {
    return isNew;
  }

  /** Tokens without an end count only where the issuer still makes such tokens. */
  private static HubVerifier verifier(HubIssuer issuer, boolean acceptEdDsa) {
    HubVerifier verifier = HubVerifier.of(issuer.publicKey());
    HubVerifier ended =
        issuer.tokens().form() == TokenForm.HUB_EXACT ? verifier.allowingNoExpiry() : verifier;
    return acceptEdDsa ? ended.acceptingEdDsa() : ended;
  }

  public List<HubIssuer> all() {
    return List.copyOf(verifiers.keySet());
  }

  /** The issuer that callers get who name none. */
  public Optional<HubIssuer> standard() {
    return standard;
  }

  /** By name, or by public key. */
  public Optional<HubIssuer> named(String name) {
    return verifiers.keySet().stream()
        .filter(
            issuer -> issuer.name().equals(name) || issuer.publicKey().text().equals(name))
        .findFirst();
  }

  /** The verifier for the tokens of one of these issuers. */
  public HubVerifier verifier(HubIssuer issuer) {
    HubVerifier verifier = verifiers.get(issuer);
    if (verifier == null) {
      throw new IllegalArgumentException(issuer.name() + " is none of these issuers");
    }
    return verifier;
  }
}
