package dev.jeton.server.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes what a schema allows, with names that answers held before, so that some requests get far. */
final class Proper {
  private static final int DEEPEST = 6;
  private static final int MOST_SEEN = 400;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Description description;
  private final Random random;
  private final Map<String, List<String>> seen = new LinkedHashMap<>();

  Proper(Description description, Random random) {
    this.description = description;
    this.random = random;
  }

  /** Remembers the texts of an answer by their members' names. */
  void learn(JsonNode answer) {
    answer.properties().forEach(member -> {
      if (member.getValue().isTextual()) {
        List<String> texts = seen.computeIfAbsent(member.getKey(), name -> new ArrayList<>());
        if (texts.size() < MOST_SEEN) {
          texts.add(member.getValue().textValue());
        }
      }
    });
    answer.forEach(this::learn);
  }

  /** A name or an id, most often of something that is there. */
  String reference() {
    List<String> known = seen.getOrDefault(random.nextBoolean() ? "name" : "id", List.of());
    return known.isEmpty() || random.nextInt(4) == 0 ? "nothing" : any(known);
  }

  JsonNode value(String name, JsonNode schema) {
    return value(name, schema, 0);
  }

  private JsonNode value(String name, JsonNode given, int depth) {
    JsonNode schema = description.resolved(given);
    if (schema.has("const")) {
      return schema.path("const");
    }
    if (schema.has("enum")) {
      return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
    }
    if (schema.has("example") && random.nextBoolean()) {
      return schema.path("example");
    }
    if (schema.has("oneOf") || schema.has("anyOf")) {
      JsonNode choices = schema.has("oneOf") ? schema.path("oneOf") : schema.path("anyOf");
      return value(name, choices.get(random.nextInt(choices.size())), depth);
    }
    return switch (type(schema)) {
      case "object" -> object(schema, depth);
      case "array" -> array(name, schema, depth);
      case "integer", "number" -> number(schema);
      case "boolean" -> BooleanNode.valueOf(random.nextBoolean());
      default -> TextNode.valueOf(text(name, schema));
    };
  }

  private String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    if (type.isArray()) {
      return type.get(random.nextInt(type.size())).asText();
    }
    return type.asText(schema.has("properties") || schema.has("allOf") ? "object" : "string");
  }

  private ObjectNode object(JsonNode schema, int depth) {
    ObjectNode object = NODES.objectNode();
    schema.path("allOf").forEach(part -> {
      if (value("", part, depth) instanceof ObjectNode members) {
        object.setAll(members);
      }
    });
    List<String> required = new ArrayList<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    schema.path("properties").properties().forEach(member -> {
      if (required.contains(member.getKey()) || (depth < DEEPEST && random.nextInt(3) == 0)) {
        object.set(member.getKey(), value(member.getKey(), member.getValue(), depth + 1));
      }
    });
    return object;
  }

  private ArrayNode array(String name, JsonNode schema, int depth) {
    ArrayNode array = NODES.arrayNode();
    int size = depth < DEEPEST ? random.nextInt(4) : 0;
    for (int i = 0; i < size; i++) {
      array.add(value(name, schema.path("items"), depth + 1));
    }
    return array;
  }

  private JsonNode number(JsonNode schema) {
    long least = schema.path("minimum").asLong(0);
    long most = Math.max(least, schema.path("maximum").asLong(1_000_000));
    return LongNode.valueOf(
        switch (random.nextInt(4)) {
          case 0 -> least;
          case 1 -> most;
          default -> least + (long) (random.nextDouble() * (most - least));
        });
  }

  private String text(String name, JsonNode schema) {
    List<String> known = seen.getOrDefault(name, List.of());
    if (!known.isEmpty() && random.nextInt(3) > 0) {
      return any(known);
    }
    if (schema.path("format").asText().equals("date-time")) {
      return "2026-11-2" + random.nextInt(10) + "T00:00:00Z";
    }
    return "n" + random.nextInt(1000);
  }

  private String any(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }
}
