package dev.jeton.tokens.json;

import dev.jeton.tokens.Outcome;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An object. Its members keep their order; two objects with the same members in another order are
 * equal, as RFC 8259 has it.
 */
public final class JsonObject implements JsonValue {
  /** The longest text that is read, in bytes. */
  public static final int MAX_BYTES = 65_536;

  /** How deep objects and lists may nest, the outermost counted. */
  public static final int MAX_DEPTH = 16;

  /** How many members one object may have. */
  public static final int MAX_MEMBERS = 64;

  private static final JsonObject EMPTY = new JsonObject(Map.of(), 1);

  private final Map<String, JsonValue> members;
  private final int depth;

  private JsonObject(Map<String, JsonValue> members, int depth) {
    this.members = members;
    this.depth = depth;
  }

  /**
   * Reads one object and nothing around it but JSON's own white space. Refuses with TOO_LARGE above
   * {@value #MAX_BYTES} bytes; with DUPLICATE_MEMBER when a name repeats in one object, at any depth;
   * and with MALFORMED when it is not UTF-8, starts with a byte order mark, is not JSON, is another
   * value than an object, is followed by anything, nests deeper than {@value #MAX_DEPTH}, has more
   * than {@value #MAX_MEMBERS} members in one object, half a surrogate pair, or a number of more
   * than {@value JsonNumber#MAX_LENGTH} characters or beyond the range of a double.
   */
  public static Outcome<JsonObject> parse(byte[] utf8) {
    return JsonReader.object(utf8);
  }

  /** Without members. */
  public static JsonObject empty() {
    return EMPTY;
  }

  /** To add members in order. */
  public static Builder builder() {
    return new Builder();
  }

  /** The members in their order. */
  public Map<String, JsonValue> members() {
    return members;
  }

  /** Whether there is such a member, {@code null} or not. */
  public boolean has(String name) {
    return members.containsKey(name);
  }

  /** The member, of whatever type; Java's null when there is none. */
  public @Nullable JsonValue get(String name) {
    return members.get(name);
  }

  /** The member if it is there and a text. */
  public Optional<String> text(String name) {
    return of(name, JsonText.class).map(JsonText::value);
  }

  /** The member if it is there and a number. */
  public Optional<JsonNumber> number(String name) {
    return of(name, JsonNumber.class);
  }

  /** The member if it is there and {@code true} or {@code false}. */
  public Optional<Boolean> truth(String name) {
    return of(name, JsonTruth.class).map(JsonTruth::value);
  }

  /** The member if it is there and a list. */
  public Optional<JsonItems> items(String name) {
    return of(name, JsonItems.class);
  }

  /** The member if it is there and an object. */
  public Optional<JsonObject> object(String name) {
    return of(name, JsonObject.class);
  }

  private <T extends JsonValue> Optional<T> of(String name, Class<T> type) {
    JsonValue value = members.get(name);
    return type.isInstance(value) ? Optional.of(type.cast(value)) : Optional.empty();
  }

  @Override
  public int depth() {
    return depth;
  }

  /** Compact UTF-8, as {@code JSON.stringify} spells it. */
  public byte[] toBytes() {
    return new JsonWriter().write(this).utf8();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JsonObject that && members.equals(that.members);
  }

  @Override
  public int hashCode() {
    return members.hashCode();
  }

  /** The names alone: a value may be a secret. */
  @Override
  public String toString() {
    return "JsonObject" + members.keySet();
  }

  static void checkDepth(int depth) {
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException("JSON nests at most " + MAX_DEPTH + " deep");
    }
  }

  /** Collects members; each name once. */
  public static final class Builder {
    private Map<String, JsonValue> members = new LinkedHashMap<>();

    private Builder() {}

    /** Whether a member of that name was added. */
    public boolean has(String name) {
      return members.containsKey(name);
    }

    public Builder put(String name, String text) {
      return put(name, new JsonText(text));
    }

    public Builder put(String name, long number) {
      return put(name, JsonNumber.of(number));
    }

    public Builder put(String name, boolean truth) {
      return put(name, new JsonTruth(truth));
    }

    /** Adds the members of the object. */
    public Builder putAll(JsonObject object) {
      object.members().forEach(this::put);
      return this;
    }

    /**
     * Adds the member.
     *
     * @throws IllegalArgumentException if there is one of that name, or {@value #MAX_MEMBERS} of any
     */
    public Builder put(String name, JsonValue value) {
      if (!JsonText.isWellFormed(name)) {
        throw new IllegalArgumentException("a name with half a surrogate pair cannot be written");
      }
      if (members.putIfAbsent(name, value) != null) {
        throw new IllegalArgumentException("a member of that name is there already");
      }
      if (members.size() > MAX_MEMBERS) {
        throw new IllegalArgumentException("an object has at most " + MAX_MEMBERS + " members");
      }
      return this;
    }

    /**
     * The object; the builder is without members then.
     *
     * @throws IllegalArgumentException if it nests deeper than {@value #MAX_DEPTH}
     */
    public JsonObject build() {
      int depth = JsonItems.depthOver(members.values());
      checkDepth(depth);
      JsonObject object = new JsonObject(Collections.unmodifiableMap(members), depth);
      members = new LinkedHashMap<>();
      return object;
    }
  }
}
