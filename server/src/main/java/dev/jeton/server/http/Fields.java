package dev.jeton.server.http;

import dev.jeton.tokens.json.JsonObject;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The members of a JSON object in a request, read strictly. Whatever does not fit is refused with
 * what was wrong and what would be right. A member that is {@code null} counts as absent.
 */
public final class Fields {
  private final String path;
  private final JsonValue.Members object;

  private Fields(String path, JsonValue.Members object) {
    this.path = path;
    this.object = object;
  }

  /** Reads a body; a bare list stands for an object with that one member, where one is named. */
  static Fields read(byte[] body, @Nullable String list) {
    return new Fields("", JsonReading.object(body, list));
  }

  /** Reads an object that was written here, or put together from another notation. */
  public static Fields of(Buffer json) {
    return read(json.getBytes(), null);
  }

  /** The same with other members put over these; one that is null there is left out. */
  public Fields with(Fields others) {
    return new Fields(path, object.with(others.object));
  }

  /** The names of the members that are not the same in both. */
  public List<String> differences(Fields other) {
    Set<String> all = new TreeSet<>(names());
    all.addAll(other.names());
    return all.stream()
        .filter(name -> !Objects.equals(value(name), other.value(name)))
        .toList();
  }

  /** A hash of all members in one order, the same for bodies that say the same. */
  public String fingerprint() {
    return Fingerprint.of(object);
  }

  /** The same without some members. */
  public Fields without(String... others) {
    Set<String> left = new HashSet<>(names());
    left.removeAll(List.of(others));
    return just(left);
  }

  /** The same with no other members than these. */
  public Fields just(Set<String> kept) {
    return new Fields(path, object.just(kept));
  }

  /** The names of all members, those that are null included. */
  public Set<String> names() {
    return object.members().keySet();
  }

  /** Whether the member is there and not null. */
  public boolean has(String name) {
    return value(name) != null;
  }

  /** Refuses members with other names than these. */
  public Fields only(String... known) {
    List<String> names = List.of(known);
    for (String name : names()) {
      if (!names.contains(name)) {
        throw Unfit.unknown(path, name, names);
      }
    }
    return this;
  }

  /** A text that must be there. */
  public String text(String name) {
    return needed(name, textOrNull(name), "a text");
  }

  /** A text, or null when it is absent. */
  public @Nullable String textOrNull(String name) {
    JsonValue value = value(name);
    if (value == null) {
      return null;
    }
    if (value instanceof JsonValue.Text text && WellFormed.isText(text.text())) {
      return text.text();
    }
    throw wrong(name, "a text", value);
  }

  /** A whole number that must be there. */
  public long whole(String name, long least, long most) {
    return needed(name, wholeOrNull(name, least, most), Unfit.range(least, most));
  }

  /** A whole number, or null when it is absent. */
  public @Nullable Long wholeOrNull(String name, long least, long most) {
    JsonValue value = value(name);
    if (value == null) {
      return null;
    }
    if (value instanceof JsonValue.Whole whole && whole.value() >= least && whole.value() <= most) {
      return whole.value();
    }
    throw wrong(name, Unfit.range(least, most), value);
  }

  /** A text, a number or a truth as it was written; null when it is absent, a list or an object. */
  public @Nullable String scalarOrNull(String name) {
    JsonValue value = value(name);
    if (value instanceof JsonValue.Text text) {
      return WellFormed.isText(text.text()) ? text.text() : null;
    }
    return value instanceof JsonValue.Whole
            || value instanceof JsonValue.OtherNumber
            || value instanceof JsonValue.Truth
        ? value.described()
        : null;
  }

  /** Whether the member is an object. */
  public boolean isObject(String name) {
    return value(name) instanceof JsonValue.Members;
  }

  /** Whether the member is a text, for members that may be a text or something else. */
  public boolean isText(String name) {
    return value(name) instanceof JsonValue.Text;
  }

  /** True or false that must be there. */
  public boolean truth(String name) {
    return needed(name, truthOrNull(name), "true or false");
  }

  /** True or false, or what holds when it is absent. */
  public boolean truthOr(String name, boolean absent) {
    Boolean value = truthOrNull(name);
    return value == null ? absent : value;
  }

  /** An object that must be there. */
  public Fields object(String name) {
    return needed(name, objectOrNull(name), "an object");
  }

  /** An object, or null when it is absent. */
  public @Nullable Fields objectOrNull(String name) {
    JsonValue.Members members = membersOrNull(name);
    return members == null ? null : new Fields(path + name + ".", members);
  }

  /** An object with whatever a token can carry, or null when it is absent. */
  public @Nullable JsonObject carriedOrNull(String name) {
    JsonValue.Members members = membersOrNull(name);
    return members == null ? null : Carried.object(path + name, members);
  }

  /** A list of objects; empty when it is absent. */
  public List<Fields> objects(String name) {
    List<Fields> objects = new ArrayList<>();
    for (JsonValue item : items(name)) {
      String at = name + "[" + objects.size() + "]";
      if (!(item instanceof JsonValue.Members members)) {
        throw wrong(at, "an object", item);
      }
      objects.add(new Fields(path + at + ".", members));
    }
    return objects;
  }

  /** A list of texts; empty when it is absent. */
  public List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (JsonValue item : items(name)) {
      if (!(item instanceof JsonValue.Text text) || !WellFormed.isText(text.text())) {
        throw wrong(name + "[" + texts.size() + "]", "a text", item);
      }
      texts.add(text.text());
    }
    return texts;
  }

  private JsonValue.@Nullable Members membersOrNull(String name) {
    JsonValue value = value(name);
    if (value == null) {
      return null;
    }
    if (value instanceof JsonValue.Members members) {
      return members;
    }
    throw wrong(name, "an object", value);
  }

  private @Nullable Boolean truthOrNull(String name) {
    JsonValue value = value(name);
    if (value == null) {
      return null;
    }
    if (value instanceof JsonValue.Truth truth) {
      return truth.value();
    }
    throw wrong(name, "true or false, without quotes", value);
  }

  private List<JsonValue> items(String name) {
    JsonValue value = value(name);
    if (value == null) {
      return List.of();
    }
    if (value instanceof JsonValue.Items items) {
      return items.items();
    }
    throw wrong(name, "a list", value);
  }

  private @Nullable JsonValue value(String name) {
    JsonValue value = object.members().get(name);
    return value instanceof JsonValue.Nothing ? null : value;
  }

  private <T> T needed(String name, @Nullable T value, String right) {
    if (value == null) {
      throw Unfit.missing(path + name, right);
    }
    return value;
  }

  private Refused wrong(String name, String right, JsonValue value) {
    return Unfit.wrong(path + name, right, value);
  }
}
