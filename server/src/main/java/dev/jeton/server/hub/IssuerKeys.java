package dev.jeton.server.hub;

import dev.jeton.server.settings.Key;
import dev.jeton.server.settings.SettingsReader;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.hub.HubToken;
import dev.jeton.tokens.hub.Libp2pPrivateKey;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys of one issuer, and how an issuer is read from them. */
record IssuerKeys(Key issuerKey, Key form, Key lifetime, Key audience) {
  private static final String NEW_KEY = "make a new one with: jeton hub keygen";

  List<Key> all() {
    return List.of(issuerKey, form, lifetime, audience);
  }

  /** Those that say what tokens look like. */
  List<Key> ofTokens() {
    return List.of(form, lifetime, audience);
  }

  /** The issuer, unless something is wrong with it. */
  Optional<HubIssuer> read(SettingsReader in, String name) {
    TokenShape tokens = tokens(in);
    if (!in.isSet(issuerKey)) {
      in.fault(issuerKey, "it is missing", NEW_KEY);
      return Optional.empty();
    }
    return Optional.ofNullable(privateKey(in)).map(key -> new HubIssuer(name, key, tokens));
  }

  TokenShape tokens(SettingsReader in) {
    return new TokenShape(
        in.word(form, TokenForm.class),
        in.duration(lifetime, TokenShape.SHORTEST, TokenShape.LONGEST),
        Objects.requireNonNullElse(
            in.parsed(
                audience,
                text -> HubToken.isAudience(text) ? text : null,
                "give " + TokenShape.AUDIENCES),
            HubToken.DEFAULT_AUDIENCE));
  }

  private @Nullable Libp2pPrivateKey privateKey(SettingsReader in) {
    Secret secret = in.secret(issuerKey);
    if (secret == null) {
      return null;
    }
    Optional<String> fault = GivenIssuerKey.fault(secret);
    fault.ifPresent(wrong -> in.fault(issuerKey, wrong, NEW_KEY));
    return fault.isPresent() ? null : GivenIssuerKey.of(secret);
  }
}
