package dev.jeton.server.http;

import java.util.List;
import java.util.Map;

/** A value in a request's JSON. */
sealed interface JsonValue {

  /** What it is, for a message. It never repeats a text, because that may be a secret. */
  String described();

  record Text(String text) implements JsonValue {
    @Override
    public String described() {
      return "a text";
    }

    @Override
    public String toString() {
      return "Text";
    }
  }

  record Whole(long value) implements JsonValue {
    @Override
    public String described() {
      return Long.toString(value);
    }
  }

  /** A number that is no whole number of 64 bits. */
  record OtherNumber(String written) implements JsonValue {
    @Override
    public String described() {
      return written;
    }
  }

  record Truth(boolean value) implements JsonValue {
    @Override
    public String described() {
      return Boolean.toString(value);
    }
  }

  record Nothing() implements JsonValue {
    @Override
    public String described() {
      return "null";
    }
  }

  record Items(List<JsonValue> items) implements JsonValue {
    @Override
    public String described() {
      return "a list";
    }
  }

  record Members(Map<String, JsonValue> members) implements JsonValue {
    @Override
    public String described() {
      return "an object";
    }
  }
}
