package dev.jeton.tokens.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads by Jackson's streaming parser, whose faults go no further than this class: they quote what
 * was read.
 */
final class JsonReader {
  /**
   * Names are neither interned nor kept in a table over parsers, so that no sender of tokens can
   * fill it or make names collide in it.
   */
  private static final JsonFactory FACTORY = JsonFactory.builder()
      .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
      .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
      .streamReadConstraints(StreamReadConstraints.builder()
          .maxNestingDepth(JsonObject.MAX_DEPTH)
          .maxNumberLength(JsonNumber.MAX_LENGTH)
          .maxStringLength(JsonObject.MAX_BYTES)
          .maxNameLength(JsonObject.MAX_BYTES)
          .maxDocumentLength(JsonObject.MAX_BYTES)
          .build())
      .build();

  /** What surely fits into a long, sign included. */
  private static final int LONG_DIGITS = 18;

  /** Which of its own rules the text breaks; the parser's faults are all MALFORMED. */
  private static final class Fault extends Exception {
    private static final long serialVersionUID = 1;

    private final Reason reason;
    private final String detail;

    Fault(Reason reason, String detail) {
      super(detail, null, false, false);
      this.reason = reason;
      this.detail = detail;
    }
  }

  private final JsonParser parser;

  private JsonReader(JsonParser parser) {
    this.parser = parser;
  }

  static Outcome<JsonObject> object(byte[] utf8) {
    if (utf8.length > JsonObject.MAX_BYTES) {
      return Outcome.refused(
          Reason.TOO_LARGE, "JSON is read up to " + JsonObject.MAX_BYTES + " bytes");
    }
    char[] text = text(utf8);
    if (text == null) {
      return Outcome.refused(Reason.MALFORMED, "it is not UTF-8");
    }
    try (JsonParser parser = FACTORY.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Outcome.refused(Reason.MALFORMED, "it is not a JSON object");
      }
      JsonObject object = new JsonReader(parser).members();
      if (parser.nextToken() != null) {
        return Outcome.refused(Reason.MALFORMED, "something follows the JSON object");
      }
      return Outcome.accepted(object);
    } catch (Fault fault) {
      return Outcome.refused(fault.reason, fault.detail);
    } catch (IOException e) {
      return Outcome.refused(Reason.MALFORMED, "it is not JSON, or beyond its limits");
    }
  }

  /** The characters, or null when it is no UTF-8: a decoder reports that, a String replaces it. */
  private static char @Nullable [] text(byte[] utf8) {
    char[] ascii = new char[utf8.length];
    for (int i = 0; i < utf8.length; i++) {
      if (utf8[i] < 0) {
        return decoded(utf8);
      }
      ascii[i] = (char) utf8[i];
    }
    return ascii;
  }

  private static char @Nullable [] decoded(byte[] utf8) {
    try {
      CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8));
      return Arrays.copyOf(text.array(), text.length());
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private JsonObject members() throws IOException, Fault {
    JsonObject.Builder members = JsonObject.builder();
    int count = 0;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = name(parser.currentName());
      if (members.has(name)) {
        throw new Fault(Reason.DUPLICATE_MEMBER, "an object has two members of one name");
      }
      if (++count > JsonObject.MAX_MEMBERS) {
        throw new Fault(
            Reason.MALFORMED, "an object has more than " + JsonObject.MAX_MEMBERS + " members");
      }
      parser.nextToken();
      members.append(name, value());
    }
    return members.build();
  }

  private JsonItems items() throws IOException, Fault {
    List<JsonValue> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value());
    }
    return new JsonItems(items);
  }

  private JsonValue value() throws IOException, Fault {
    return switch (parser.currentToken()) {
      case START_OBJECT -> members();
      case START_ARRAY -> items();
      case VALUE_STRING -> text(parser.getText());
      case VALUE_NUMBER_INT ->
        parser.getTextLength() <= LONG_DIGITS
            ? JsonNumber.of(parser.getLongValue())
            : number(parser.getText());
      case VALUE_NUMBER_FLOAT -> number(parser.getText());
      case VALUE_TRUE -> new JsonTruth(true);
      case VALUE_FALSE -> new JsonTruth(false);
      case VALUE_NULL -> new JsonNothing();
      default -> throw new Fault(Reason.MALFORMED, "it is not JSON");
    };
  }

  private static JsonNumber number(String text) throws Fault {
    JsonNumber number = JsonNumber.parse(text);
    if (number == null) {
      throw new Fault(Reason.MALFORMED, "a number is too long, too large or too small");
    }
    return number;
  }

  private static String name(String text) throws Fault {
    if (!JsonText.isWellFormed(text)) {
      throw halfPair();
    }
    return text;
  }

  private static JsonText text(String text) throws Fault {
    try {
      return new JsonText(text);
    } catch (IllegalArgumentException e) {
      throw halfPair();
    }
  }

  private static Fault halfPair() {
    return new Fault(Reason.MALFORMED, "a text has half a surrogate pair");
  }
}
