package dev.jeton.tokens.jwt;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.crypto.Ed25519PublicKey;
import dev.jeton.tokens.encoding.StrictBase64Url;
import dev.jeton.tokens.json.JsonItems;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.json.JsonText;
import dev.jeton.tokens.json.JsonValue;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one key, and holds it to everything that it says about itself. */
final class JwkReader {
  private static final int COORDINATE = 32;

  private final JsonObject jwk;

  JwkReader(JsonObject jwk) {
    this.jwk = jwk;
  }

  Outcome<Jwk> read() {
    if (!isTextOrAbsent("kid") || !isTextOrAbsent("alg") || !isTextOrAbsent("use")) {
      return refused(Reason.MALFORMED, "kid, alg and use of a key are texts");
    }
    String kty = text("kty");
    if (kty == null) {
      return refused(Reason.MALFORMED, "a key says its type in kty");
    }
    if (jwk.has("d")) {
      return refused(Reason.MALFORMED, "this is a private key; a public one was asked for");
    }
    return use().then(use -> key(kty)).then(key -> Outcome.accepted(new Jwk(key, text("kid"))));
  }

  private Outcome<JsonObject> use() {
    String use = text("use");
    if (use != null && !use.equals("sig")) {
      return refused(Reason.KEY_TYPE_UNSUPPORTED, "the use of this key is not sig");
    }
    JsonValue operations = jwk.get("key_ops");
    if (operations == null) {
      return Outcome.accepted(jwk);
    }
    Set<JsonValue> seen = new HashSet<>();
    if (!(operations instanceof JsonItems items)
        || !items.values().stream().allMatch(item -> item instanceof JsonText && seen.add(item))) {
      return refused(Reason.MALFORMED, "key_ops is a list of different texts");
    }
    return seen.contains(new JsonText("verify"))
        ? Outcome.accepted(jwk)
        : refused(Reason.KEY_TYPE_UNSUPPORTED, "the key_ops of this key do not name verify");
  }

  private Outcome<VerificationKey> key(String kty) {
    return switch (kty) {
      case "oct" -> secret();
      case "RSA" -> only(Algorithm.RS256).then(algorithm -> rsa());
      case "EC" -> curve("P-256").then(curve -> only(Algorithm.ES256)).then(algorithm -> p256());
      case "OKP" ->
        curve("Ed25519").then(curve -> only(Algorithm.ED25519)).then(algorithm -> ed25519());
      default -> refused(Reason.KEY_TYPE_UNSUPPORTED, "this kty is not supported");
    };
  }

  private Outcome<String> curve(String supported) {
    return supported.equals(text("crv"))
        ? Outcome.accepted(supported)
        : refused(Reason.KEY_TYPE_UNSUPPORTED, "of this kty, the curve " + supported + " alone");
  }

  private Outcome<Algorithm> only(Algorithm algorithm) {
    String word = text("alg");
    if (word == null
        || word.equals(algorithm.word())
        || (algorithm == Algorithm.ED25519 && word.equals(Algorithm.EDDSA))) {
      return Outcome.accepted(algorithm);
    }
    return Algorithm.isKnown(word)
        ? refused(Reason.ALG_MISMATCH, "alg is not " + algorithm.word() + ", as kty and crv demand")
        : refused(Reason.ALG_NOT_ALLOWED, "this alg is not supported");
  }

  private Outcome<VerificationKey> secret() {
    String word = text("alg");
    Algorithm algorithm = word == null ? null : Algorithm.ofWord(word);
    if (algorithm == null) {
      return refused(Reason.ALG_NOT_ALLOWED, "a secret names HS256, HS384 or HS512 in alg");
    }
    if (!algorithm.isSymmetric()) {
      return refused(Reason.ALG_MISMATCH, "alg is not HS256, HS384 or HS512, as kty demands");
    }
    byte[] bytes = bytes("k");
    if (bytes == null) {
      return notBase64Url();
    }
    Secret secret = Secret.ofBytes(bytes);
    if (!SigningKey.isLongEnough(algorithm, secret)) {
      return refused(Reason.BAD_KEY_LENGTH, "the secret is shorter than its hash");
    }
    return Outcome.accepted(VerificationKey.hmac(algorithm, secret));
  }

  private Outcome<VerificationKey> rsa() {
    byte[] modulus = bytes("n");
    byte[] exponent = bytes("e");
    if (modulus == null
        || exponent == null
        || startsWithZero(modulus)
        || startsWithZero(exponent)) {
      return refused(Reason.MALFORMED, "n and e are numbers in base64url, without leading zeros");
    }
    return RsaKey.of(new BigInteger(1, modulus), new BigInteger(1, exponent));
  }

  private Outcome<VerificationKey> p256() {
    byte[] x = bytes("x");
    byte[] y = bytes("y");
    if (x == null || y == null || x.length != COORDINATE || y.length != COORDINATE) {
      return refused(Reason.MALFORMED, "x and y are 32 bytes each, in base64url");
    }
    return P256Key.at(x, y);
  }

  private Outcome<VerificationKey> ed25519() {
    byte[] x = bytes("x");
    if (x == null) {
      return notBase64Url();
    }
    boolean takesEdDsa = Algorithm.EDDSA.equals(text("alg"));
    return Ed25519PublicKey.of(x).then(key -> {
      VerificationKey strict = VerificationKey.ed25519(key);
      return Outcome.accepted(takesEdDsa ? strict.takingEdDsa() : strict);
    });
  }

  private static boolean startsWithZero(byte[] bytes) {
    return bytes.length == 0 || bytes[0] == 0;
  }

  private byte @Nullable [] bytes(String name) {
    String text = text(name);
    return text == null ? null : StrictBase64Url.decode(text);
  }

  private @Nullable String text(String name) {
    return jwk.text(name).orElse(null);
  }

  private boolean isTextOrAbsent(String name) {
    return !jwk.has(name) || jwk.get(name) instanceof JsonText;
  }

  private static <T> Outcome<T> notBase64Url() {
    return refused(Reason.MALFORMED, "the key is not there in base64url");
  }

  private static <T> Outcome<T> refused(Reason reason, String detail) {
    return Outcome.refused(reason, detail);
  }
}
