package dev.jeton.server.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a request's body as one JSON object, strictly and within bounds. */
final class JsonReading {
  private static final int DEEPEST = 16;
  private static final int MOST_NUMBER_CHARACTERS = 40;
  private static final JsonFactory FACTORY = JsonFactory.builder()
      .streamReadConstraints(StreamReadConstraints.builder()
          .maxNestingDepth(DEEPEST)
          .maxNumberLength(MOST_NUMBER_CHARACTERS)
          .maxNameLength(256)
          .build())
      .build();

  private JsonReading() {}

  static JsonValue.Members object(byte[] bytes, @Nullable String list) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw Refused.badRequest("malformed-json", "the body is not UTF-8 text");
    }
    try (JsonParser parser = FACTORY.createParser(text)) {
      JsonToken first = parser.nextToken();
      JsonValue.Members members;
      if (first == JsonToken.START_OBJECT) {
        members = members(parser);
      } else if (first == JsonToken.START_ARRAY && list != null) {
        members = new JsonValue.Members(Map.of(list, items(parser)));
      } else {
        throw Refused.badRequest(
            "malformed-json",
            list == null
                ? "the body must be one JSON object"
                : "the body must be one JSON object or a list");
      }
      if (parser.nextToken() != null) {
        throw Refused.badRequest("malformed-json", "something follows the JSON object in the body");
      }
      return members;
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      String where =
          at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
      throw Refused.badRequest(
          "malformed-json", "the body is not JSON that can be read, or too deep" + where);
    } catch (IOException e) {
      throw new IllegalStateException("a text in memory cannot fail to be read", e);
    }
  }

  private static JsonValue.Members members(JsonParser parser) throws IOException {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      if (members.put(name, value(parser)) != null) {
        throw Refused.badRequest(
            "duplicate-member", Unfit.shown(name) + " stands in the JSON object twice");
      }
    }
    return new JsonValue.Members(members);
  }

  private static JsonValue value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> members(parser);
      case START_ARRAY -> items(parser);
      case VALUE_STRING -> new JsonValue.Text(parser.getText());
      case VALUE_TRUE -> new JsonValue.Truth(true);
      case VALUE_FALSE -> new JsonValue.Truth(false);
      case VALUE_NULL -> new JsonValue.Nothing();
      case VALUE_NUMBER_INT ->
        parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
            ? new JsonValue.OtherNumber(parser.getText())
            : new JsonValue.Whole(parser.getLongValue());
      default -> new JsonValue.OtherNumber(parser.getText());
    };
  }

  private static JsonValue items(JsonParser parser) throws IOException {
    List<JsonValue> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser));
    }
    return new JsonValue.Items(items);
  }
}
