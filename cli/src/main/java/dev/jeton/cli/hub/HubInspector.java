package dev.jeton.cli.hub;

import dev.jeton.cli.platform.Inspection;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.hub.ApiKey;
import dev.jeton.tokens.hub.ApiSecret;
import dev.jeton.tokens.hub.Libp2pPrivateKey;
import dev.jeton.tokens.hub.Libp2pPublicKey;
import dev.jeton.tokens.hub.RawHubToken;
import java.util.List;
import java.util.Optional;

/** Reads what a Hub deals in. Secrets are recognised and never shown. */
final class HubInspector {
  static final String TOKEN = "Hub identity token";
  private static final String PUBLIC_KEY = "Hub public key";
  private static final String PRIVATE_KEY = "Hub private key";
  private static final String API_KEY = "a Hub API key";
  private static final String API_SECRET = "a Hub API secret";

  static final List<String> KINDS =
      List.of(TOKEN, PUBLIC_KEY, PRIVATE_KEY, "Hub API key", "Hub API secret");

  /** How every public key of ed25519 and secp256k1 begins: type, 32 or 33 bytes. */
  private static final List<String> BEGINNINGS = List.of("bbaarei", "bbabbei");

  private static final int API_KEY_LENGTH = 27;
  private static final int API_SECRET_LENGTH = 40;

  private HubInspector() {}

  static Optional<Inspection> inspect(String text) {
    return token(text).or(() -> key(text)).or(() -> api(text));
  }

  private static Optional<Inspection> token(String text) {
    return RawHubToken.parse(text) instanceof Outcome.Accepted<RawHubToken> raw
            && raw.value().isIdentityToken()
        ? Optional.of(new Inspection.Read(TOKEN, new TokenContent(raw.value())))
        : Optional.empty();
  }

  private static Optional<Inspection> key(String text) {
    Outcome<Libp2pPublicKey> parsed = Libp2pPublicKey.parse(text);
    if (parsed instanceof Outcome.Accepted<Libp2pPublicKey> key) {
      return Optional.of(read(PUBLIC_KEY, key.value(), "publicKey"));
    }
    if (Libp2pPrivateKey.parse(Secret.ofText(text))
        instanceof Outcome.Accepted<Libp2pPrivateKey> key) {
      return Optional.of(read(PRIVATE_KEY, key.value().publicKey(), "privateKey"));
    }
    Outcome.Refused<Libp2pPublicKey> refused = (Outcome.Refused<Libp2pPublicKey>) parsed;
    return BEGINNINGS.stream().anyMatch(text::startsWith)
        ? Optional.of(new Inspection.Damaged("a " + PUBLIC_KEY, refused.reason(), refused.detail()))
        : Optional.empty();
  }

  private static Inspection read(String kind, Libp2pPublicKey key, String word) {
    return new Inspection.Read(kind + ", " + key.type().word(), new KeyContent(key, word));
  }

  /** Any 16 or 24 bytes in base32 look like these. */
  private static Optional<Inspection> api(String text) {
    if (text.length() == API_KEY_LENGTH
        && ApiKey.parse(text) instanceof Outcome.Accepted<ApiKey> key
        && key.value().text().equals(text)) {
      return Optional.of(
          new Inspection.Possible(API_KEY, new ShapeContent("apiKey", "it is no secret")));
    }
    return text.length() == API_SECRET_LENGTH
            && text.startsWith("b")
            && ApiSecret.parse(Secret.ofText(text)) instanceof Outcome.Accepted<ApiSecret>
        ? Optional.of(new Inspection.Possible(
            API_SECRET,
            new ShapeContent("apiSecret", "a secret: keep it out of arguments and histories")))
        : Optional.empty();
  }
}
