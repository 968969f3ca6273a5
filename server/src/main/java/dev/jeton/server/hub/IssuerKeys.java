package dev.jeton.server.hub;

import dev.jeton.server.settings.Key;
import dev.jeton.server.settings.SettingsReader;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.hub.HubToken;
import dev.jeton.tokens.hub.Libp2pPrivateKey;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys of one issuer, and how an issuer is read from them. */
record IssuerKeys(Key issuerKey, Key form, Key lifetime, Key audience) {
  private static final Duration SHORTEST = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofDays(30);
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
        in.duration(lifetime, SHORTEST, LONGEST),
        Objects.requireNonNullElse(
            in.parsed(
                audience,
                text -> HubToken.isAudience(text) ? text : null,
                "give 1 to 255 visible ASCII characters"),
            HubToken.DEFAULT_AUDIENCE));
  }

  private @Nullable Libp2pPrivateKey privateKey(SettingsReader in) {
    Secret secret = in.secret(issuerKey);
    if (secret == null) {
      return null;
    }
    Outcome<Libp2pPrivateKey> outcome = Libp2pPrivateKey.parse(secret);
    if (outcome instanceof Outcome.Refused<Libp2pPrivateKey> refused) {
      in.fault(issuerKey, "it is no issuer key: " + refused.detail(), NEW_KEY);
      return null;
    }
    Libp2pPrivateKey key = ((Outcome.Accepted<Libp2pPrivateKey>) outcome).value();
    Optional<String> unfit = key.fault();
    unfit.ifPresent(fault -> in.fault(issuerKey, fault, NEW_KEY));
    return unfit.isPresent() ? null : key;
  }
}
