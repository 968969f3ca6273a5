package dev.jeton.tokens.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads {@code vectors.json}; {@code vectors.md} beside it says where the values are from. */
final class VectorFile {
  private VectorFile() {}

  record Vector(String id, JsonNode json) {
    String text(String field) {
      return json.path(field).asText();
    }

    byte[] bytes(String field) {
      return VectorFile.bytes(json.path(field));
    }

    @Override
    public String toString() {
      return id;
    }
  }

  static Stream<Vector> all() {
    try (InputStream in = VectorFile.class.getResourceAsStream("vectors.json")) {
      return stream(new ObjectMapper().readTree(in).path("vectors"))
          .map(v -> new Vector(v.path("id").asText(), v));
    } catch (IOException e) {
      throw new IllegalStateException("vectors.json cannot be read", e);
    }
  }

  static Stream<Vector> identities() {
    return ofKind("identity");
  }

  static Stream<Vector> apiKeys() {
    return ofKind("api_key");
  }

  static Stream<Vector> apiSignatures() {
    return ofKind("api_sig");
  }

  static Stream<Vector> tokens() {
    return ofKind("token");
  }

  static JsonNode cases(String id) {
    return byId(id).json().path("cases");
  }

  static Vector byId(String id) {
    return all().filter(v -> v.id().equals(id)).findFirst().orElseThrow();
  }

  static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  static byte[] bytes(JsonNode hex) {
    return HexFormat.of().parseHex(hex.asText());
  }

  private static Stream<Vector> ofKind(String kind) {
    return all().filter(v -> v.text("kind").equals(kind));
  }
}
