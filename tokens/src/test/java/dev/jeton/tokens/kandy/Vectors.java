package dev.jeton.tokens.kandy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jeton.tokens.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads {@code vectors.json}; {@code vectors.md} beside it says where the values are from. */
final class Vectors {
  private static final JsonNode FILE = read("vectors.json");

  /** One entry; its name or id is what a failing test shows. */
  record Vector(JsonNode json) {
    String text(String member) {
      return json.path(member).asText();
    }

    Secret key() {
      return Secret.ofText(text("key"));
    }

    /** AES-128-CBC, which one sentence of a tutorial names and no issuer makes. */
    boolean isDocumentedOnly() {
      return text("cipher").equals("aes-128-cbc");
    }

    KandyCipher cipher() {
      String name = text("mode") + text("cipher").toUpperCase(Locale.ROOT);
      return name.endsWith("CBC") ? KandyCipher.CBC : KandyCipher.ECB;
    }

    Role role() {
      return json.has("role") ? Role.valueOf(text("role").toUpperCase(Locale.ROOT)) : Role.TO;
    }

    byte[] timestamp() {
      return text("timestamp").getBytes(StandardCharsets.US_ASCII);
    }

    boolean isLegacySeconds() {
      return timestamp().length == Timestamp.SECONDS_DIGITS;
    }

    Instant time() {
      long value = json.path("timestamp").asLong();
      return isLegacySeconds() ? Instant.ofEpochSecond(value) : Instant.ofEpochMilli(value);
    }

    byte[] iv() {
      return json.path("iv").asText("").getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
      return text("id") + text("name");
    }
  }

  private Vectors() {}

  static Stream<Vector> positives() {
    return list("vectors").filter(vector -> !vector.isDocumentedOnly());
  }

  static Stream<Vector> documentedOnly() {
    return list("vectors").filter(Vector::isDocumentedOnly);
  }

  static Stream<Vector> edges() {
    return list("edges");
  }

  static Stream<Vector> negatives() {
    return list("negatives");
  }

  static Stream<Vector> all() {
    return Stream.of("vectors", "edges", "negatives").flatMap(Vectors::list);
  }

  static Instant now() {
    return Instant.ofEpochMilli(FILE.path("nowForNegatives").asLong());
  }

  static TokenWindow window() {
    return TokenWindow.of(Duration.ofSeconds(FILE.path("windowSeconds").asLong()))
        .skew(Duration.ofSeconds(FILE.path("allowedFutureSkewSeconds").asLong()));
  }

  static JsonNode read(String name) {
    try (InputStream in = Vectors.class.getResourceAsStream(name)) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new IllegalStateException(name + " cannot be read", e);
    }
  }

  private static Stream<Vector> list(String name) {
    return StreamSupport.stream(FILE.path(name).spliterator(), false).map(Vector::new);
  }
}
