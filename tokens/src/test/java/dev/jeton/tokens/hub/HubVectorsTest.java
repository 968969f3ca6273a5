package dev.jeton.tokens.hub;

import static dev.jeton.tokens.Outcomes.accepted;
import static dev.jeton.tokens.Outcomes.reason;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.SecretAccess;
import dev.jeton.tokens.hub.VectorFile.Vector;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every vector, both ways; tokens are in {@link HubTokenVectorsTest}. */
class HubVectorsTest {
  private static final Map<String, Reason> ODD = Map.of(
      "no multibase prefix", Reason.MALFORMED,
      "31-byte key", Reason.MALFORMED,
      "33-byte key", Reason.MALFORMED,
      "type 7", Reason.KEY_TYPE_UNSUPPORTED,
      "empty", Reason.MALFORMED,
      "prefix only", Reason.MALFORMED,
      "all-zero point (low order)", Reason.WEAK_KEY,
      "identity point 01 00… (low order)", Reason.WEAK_KEY);

  /** Messages on the wire of gRPC and of the JSON provider are not read or written in this library. */
  @Test
  void everyKindIsEitherTestedOrNamedAsNotOurs() {
    Set<String> tested = Set.of("identity", "api_key", "api_sig", "token", "refusals");
    Set<String> onTheWire = Set.of("message", "server_frame", "provider_json");
    assertThat(VectorFile.all().map(v -> v.text("kind")).collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(tested.stream(), onTheWire.stream()).toList());
    assertThat(VectorFile.all().filter(v -> onTheWire.contains(v.text("kind"))).map(Vector::id))
        .allMatch(id -> id.matches("(pb|ws|frame)-.*|json-provider"));
    assertThat(VectorFile.all().filter(v -> v.text("kind").equals("refusals")).map(Vector::id))
        .containsExactly("public-key-strings-odd", "low-order-public-keys");
  }

  @ParameterizedTest
  @MethodSource("dev.jeton.tokens.hub.VectorFile#identities")
  void everyPublicKeyIsReadAndWrittenTheSame(Vector vector) {
    Libp2pPublicKey key = accepted(Libp2pPublicKey.parse(vector.text("public_string")));
    assertThat(key.text()).isEqualTo(vector.text("public_string"));
    assertThat(key).hasToString(vector.text("public_string"));
    if (vector.json().has("public_protobuf_hex")) {
      byte[] message = vector.bytes("public_protobuf_hex");
      assertThat(accepted(Libp2pPublicKey.ofMessage(message))).isEqualTo(key);
      assertThat(accepted(Multibase.decode(key.text()))).isEqualTo(message);
    }
    if (vector.json().has("public_raw_hex")) {
      assertThat(key.data()).isEqualTo(vector.bytes("public_raw_hex"));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.jeton.tokens.hub.VectorFile#identities")
  void everySignatureHoldsAndNoChangedOneDoes(Vector vector) {
    Libp2pPublicKey key = accepted(Libp2pPublicKey.parse(vector.text("public_string")));
    assertThat(vector.json().path("signatures")).isNotEmpty();
    for (JsonNode signed : vector.json().path("signatures")) {
      byte[] message = VectorFile.bytes(signed.path("message_hex"));
      byte[] signature = VectorFile.bytes(signed.path("signature_hex"));
      assertThat(key.verify(message, signature)).isTrue();
      for (int i = 0; i < signature.length; i++) {
        signature[i] ^= 1;
        assertThat(key.verify(message, signature)).as("byte %d", i).isFalse();
        signature[i] ^= 1;
      }
      assertThat(key.verify(
              (new String(message, StandardCharsets.ISO_8859_1) + "x")
                  .getBytes(StandardCharsets.ISO_8859_1),
              signature))
          .isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("dev.jeton.tokens.hub.VectorFile#identities")
  void everyPrivateKeyIsReadInBothFormsWrittenInOneAndSignsTheSame(Vector vector) {
    if (!vector.json().has("seed_hex")) {
      assertThat(vector.json().has("private_string")).isFalse();
      return;
    }
    Libp2pPrivateKey key = Libp2pPrivateKey.ofSeed(Secret.ofBytes(vector.bytes("seed_hex")));
    assertThat(text(key.text())).isEqualTo(vector.text("private_string"));
    assertThat(key.publicKey().text()).isEqualTo(vector.text("public_string"));
    for (String form : new String[] {"private_string", "libp2p_identity_private_string"}) {
      Libp2pPrivateKey read = accepted(Libp2pPrivateKey.parse(Secret.ofText(vector.text(form))));
      assertThat(read.text()).isEqualTo(key.text());
      for (JsonNode signed : vector.json().path("signatures")) {
        assertThat(read.sign(VectorFile.bytes(signed.path("message_hex"))))
            .isEqualTo(VectorFile.bytes(signed.path("signature_hex")));
      }
    }
    assertThat(accepted(Multibase.decode(vector.text("private_string"))))
        .isEqualTo(vector.bytes("private_protobuf_hex"));
  }

  @ParameterizedTest
  @MethodSource("dev.jeton.tokens.hub.VectorFile#apiKeys")
  void everyApiKeyAndSecretIsReadAndWrittenTheSame(Vector vector) {
    assertThat(accepted(ApiKey.parse(vector.text("key_string"))).text())
        .isEqualTo(vector.text("key_string"))
        .isEqualTo(Multibase.encode(vector.bytes("key_bytes_hex")));
    ApiSecret secret = accepted(ApiSecret.parse(Secret.ofText(vector.text("secret_string"))));
    assertThat(text(secret.text()))
        .isEqualTo(vector.text("secret_string"))
        .isEqualTo(Multibase.encode(vector.bytes("secret_bytes_hex")));
  }

  @ParameterizedTest
  @MethodSource("dev.jeton.tokens.hub.VectorFile#apiSignatures")
  void everyApiSignatureHoldsUntilItsTime(Vector vector) {
    ApiSecret secret = accepted(ApiSecret.parse(Secret.ofText(vector.text("secret"))));
    String msg = vector.text("msg");
    Instant until = java.time.OffsetDateTime.parse(msg).toInstant();
    ApiSignature theirs = new ApiSignature(msg, vector.text("sig"));

    assertThat(accepted(theirs.check(secret, until, Duration.ofHours(1)))).isEqualTo(until);
    assertThat(reason(theirs.check(secret, until.plusNanos(1), Duration.ofHours(1))))
        .isEqualTo(Reason.EXPIRED);
    assertThat(accepted(Multibase.decode(theirs.sig()))).isEqualTo(vector.bytes("hmac_sha256_hex"));
    if (msg.endsWith(".000Z")) {
      assertThat(ApiSignature.create(secret, until)).isEqualTo(theirs);
    }
  }

  @Test
  void oddKeyStringsAreOneIdentityOrNone() {
    for (JsonNode odd : VectorFile.cases("public-key-strings-odd")) {
      String why = odd.path("why").asText();
      Outcome<Libp2pPublicKey> outcome =
          Libp2pPublicKey.parse(odd.path("string").asText());
      if (ODD.containsKey(why)) {
        assertThat(reason(outcome)).as(why).isEqualTo(ODD.get(why));
      } else {
        assertThat(accepted(outcome).text())
            .as(why)
            .isEqualTo(VectorFile.byId("ed25519-s01").text("public_string"));
      }
    }
  }

  @Test
  void pointsOfSmallOrderAreNoIdentityInAnySpelling() {
    assertThat(VectorFile.cases("low-order-public-keys")).hasSize(11);
    for (JsonNode weak : VectorFile.cases("low-order-public-keys")) {
      String name = weak.path("name").asText();
      assertThat(reason(Libp2pPublicKey.parse(weak.path("public_string").asText())))
          .as(name)
          .isEqualTo(name.startsWith("noncanonical_y") ? Reason.MALFORMED : Reason.WEAK_KEY);
    }
  }

  private static String text(Secret secret) {
    return new String(secret.reveal(SecretAccess.forCryptography()), StandardCharsets.US_ASCII);
  }
}
