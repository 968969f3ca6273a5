package dev.jeton.tokens.jwt;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.encoding.StrictBase64Url;
import dev.jeton.tokens.json.JsonItems;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.json.JsonText;
import dev.jeton.tokens.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A JWS in compact serialization (RFC 7515 section 3.1) that was read and not verified: anybody may
 * have written it. Header parameters that bring a key along ({@code jwk}, {@code jku}, {@code x5c},
 * {@code x5u}) are never looked at.
 */
public final class RawJws {
  /** The longest text that is looked at, in characters. */
  public static final int MAX_LENGTH = 8192;

  private static final byte[] NOT_NEEDED = {};

  private final String text;
  private final int signedLength;
  private final JsonObject header;
  private final String algorithm;
  private final byte[] payload;
  private final byte[] signature;

  private RawJws(
      String text,
      int signedLength,
      JsonObject header,
      String algorithm,
      byte[] payload,
      byte[] signature) {
    this.text = text;
    this.signedLength = signedLength;
    this.header = header;
    this.algorithm = algorithm;
    this.payload = payload;
    this.signature = signature;
  }

  /**
   * Reads a JWS. Checks in this order: length (TOO_LARGE), three segments of strict base64url, a
   * header as {@link JsonObject#parse} takes it, {@code alg} a text (MALFORMED if not) and supported
   * (ALG_NOT_ALLOWED), {@code crit} (CRIT_INVALID when it is not a list of different names, CRIT_UNSUPPORTED
   * for any name, whether it is in the header or not, since none is supported here), and {@code b64} of
   * RFC 7797 (CRIT_UNSUPPORTED).
   */
  public static Outcome<RawJws> parse(String text) {
    if (text.length() > MAX_LENGTH) {
      return Outcome.refused(Reason.TOO_LARGE, "it is longer than " + MAX_LENGTH + " characters");
    }
    int first = text.indexOf('.');
    int second = text.indexOf('.', first + 1);
    if (first < 0 || second < 0 || text.indexOf('.', second + 1) >= 0) {
      return Outcome.refused(Reason.MALFORMED, "it does not have three segments");
    }
    String firstSegment = text.substring(0, first);
    JsonObject usual = UsualHeaders.bySegment(firstSegment);
    byte[] header = usual != null ? NOT_NEEDED : StrictBase64Url.decode(firstSegment);
    byte[] payload = StrictBase64Url.decode(text.substring(first + 1, second));
    byte[] signature = StrictBase64Url.decode(text.substring(second + 1));
    if (header == null || payload == null || signature == null) {
      return Outcome.refused(
          Reason.MALFORMED, "a segment is not base64url without padding in its one spelling");
    }
    return (usual != null ? Outcome.accepted(usual) : JsonObject.parse(header))
        .then(read -> algorithm(read)
            .then(algorithm -> critical(read)
                .then(nothing -> Outcome.accepted(
                    new RawJws(text, second, read, algorithm, payload, signature)))));
  }

  private static Outcome<String> algorithm(JsonObject header) {
    if (!(header.get("alg") instanceof JsonText algorithm)) {
      return Outcome.refused(Reason.MALFORMED, "its header does not name an algorithm");
    }
    if (!Algorithm.isKnown(algorithm.value())) {
      return Outcome.refused(Reason.ALG_NOT_ALLOWED, "its algorithm is not supported");
    }
    return Outcome.accepted(algorithm.value());
  }

  private static Outcome<JsonObject> critical(JsonObject header) {
    JsonValue critical = header.get("crit");
    if (critical != null) {
      if (!(critical instanceof JsonItems names) || !areDifferentNames(names)) {
        return Outcome.refused(Reason.CRIT_INVALID, "crit is not a list of different names");
      }
      return Outcome.refused(
          Reason.CRIT_UNSUPPORTED, "a critical header parameter is not supported");
    }
    if (header.has("b64")) {
      return Outcome.refused(
          Reason.CRIT_UNSUPPORTED, "the unencoded payload of RFC 7797 is not supported");
    }
    return Outcome.accepted(header);
  }

  private static boolean areDifferentNames(JsonItems names) {
    Set<String> seen = new HashSet<>();
    for (JsonValue name : names.values()) {
      if (!(name instanceof JsonText text) || text.value().isEmpty() || !seen.add(text.value())) {
        return false;
      }
    }
    return !seen.isEmpty();
  }

  /** The header; nobody vouches for it. */
  public JsonObject header() {
    return header;
  }

  /** The payload as an object; nobody vouches for it. */
  Outcome<JsonObject> payloadObject() {
    return JsonObject.parse(payload);
  }

  /** A copy of the payload; nobody vouches for it. */
  public byte[] payload() {
    return payload.clone();
  }

  /** A copy of the signature. */
  public byte[] signature() {
    return signature.clone();
  }

  /** The texts that count as this one, itself first: an ES256 signature has a twin. */
  List<String> spellings() {
    if (!algorithm.equals(Algorithm.ES256.word())) {
      return List.of(text);
    }
    String signed = text.substring(0, signedLength + 1);
    return List.of(text, signed + StrictBase64Url.encode(P256Key.twin(signature)));
  }

  /**
   * Checks the signature, and refuses with ALG_MISMATCH when the header names another algorithm than
   * the key's, else with BAD_SIGNATURE.
   */
  public Outcome<VerifiedJws> verifiedBy(VerificationKey key) {
    if (!key.takes(algorithm)) {
      return Outcome.refused(
          Reason.ALG_MISMATCH,
          "it names another algorithm than " + key.algorithm().word());
    }
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    if (!key.verifies(bytes, signedLength, signature)) {
      return Outcome.refused(Reason.BAD_SIGNATURE, "this key did not sign it");
    }
    return Outcome.accepted(new VerifiedJws(header, payload));
  }
}
