package dev.jeton.tokens.sunbird;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The file of published and computed tokens and hashes. */
final class SunbirdVectors {
  private SunbirdVectors() {}

  static Stream<JsonNode> valid() {
    return list("valid");
  }

  static Stream<JsonNode> invalid() {
    return list("invalid");
  }

  static Stream<JsonNode> qsh() {
    return list("qsh");
  }

  static JsonNode valid(String id) {
    return valid().filter(v -> v.path("id").asText().equals(id)).findFirst().orElseThrow();
  }

  private static Stream<JsonNode> list(String name) {
    return StreamSupport.stream(root().path(name).spliterator(), false);
  }

  static JsonNode root() {
    try (InputStream in = SunbirdVectors.class.getResourceAsStream("vectors.json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
