package dev.jeton.server.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    /** The same with others put over these; one that is null there is left out. */
    Members with(Members others) {
      Map<String, JsonValue> all = new LinkedHashMap<>(members);
      others.members.forEach((name, value) -> {
        if (value instanceof Nothing) {
          all.remove(name);
        } else {
          all.put(name, value);
        }
      });
      return new Members(all);
    }

    /** The same with no other members than these. */
    Members just(Set<String> kept) {
      Map<String, JsonValue> left = new LinkedHashMap<>(members);
      left.keySet().retainAll(kept);
      return new Members(left);
    }
  }
}
