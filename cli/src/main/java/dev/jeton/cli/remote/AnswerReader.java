package dev.jeton.cli.remote;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.jeton.tokens.json.JsonItems;
import dev.jeton.tokens.json.JsonNothing;
import dev.jeton.tokens.json.JsonNumber;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.json.JsonText;
import dev.jeton.tokens.json.JsonTruth;
import dev.jeton.tokens.json.JsonValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the answers of servers: lists are longer than the JSON of tokens may be. */
final class AnswerReader {
  /** The longest answer that is read. */
  static final int MAX_BYTES = 8 << 20;

  private static final JsonFactory FACTORY = JsonFactory.builder()
      .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
      .streamReadConstraints(StreamReadConstraints.builder()
          .maxNestingDepth(JsonObject.MAX_DEPTH)
          .maxNumberLength(JsonNumber.MAX_LENGTH)
          .maxStringLength(MAX_BYTES)
          .build())
      .build();

  private final JsonParser parser;

  private AnswerReader(JsonParser parser) {
    this.parser = parser;
  }

  /** The one object that the text is, if it is one. */
  static Optional<JsonObject> object(byte[] utf8) {
    try (JsonParser parser = FACTORY.createParser(utf8)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      JsonObject object = new AnswerReader(parser).members();
      return parser.nextToken() == null ? Optional.of(object) : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private JsonObject members() throws IOException {
    JsonObject.Builder members = JsonObject.builder();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      members.put(name, value());
    }
    return members.build();
  }

  private JsonItems items() throws IOException {
    List<JsonValue> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value());
    }
    return new JsonItems(items);
  }

  private JsonValue value() throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> members();
      case START_ARRAY -> items();
      case VALUE_STRING -> new JsonText(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> JsonNumber.of(parser.getDecimalValue());
      case VALUE_TRUE -> new JsonTruth(true);
      case VALUE_FALSE -> new JsonTruth(false);
      case VALUE_NULL -> new JsonNothing();
      default -> throw new IllegalArgumentException("not JSON");
    };
  }
}
