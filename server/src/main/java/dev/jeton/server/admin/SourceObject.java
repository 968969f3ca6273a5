package dev.jeton.server.admin;

import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Refused;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An object out of another server's configuration. It is read leniently, since others wrote it, and
 * no message repeats what stands in it: any member may be a secret.
 */
public final class SourceObject {
  private static final String AT = " at line ";

  private final Fields fields;

  private SourceObject(Fields fields) {
    this.fields = fields;
  }

  static SourceObject of(Fields fields) {
    return new SourceObject(fields);
  }

  /** Reads JSON: one object. */
  public static SourceObject json(String text) {
    try {
      return new SourceObject(Fields.of(Buffer.buffer(text)));
    } catch (Refused e) {
      String detail = e.problem().detail();
      throw wrong(
          e.problem().code().equals("duplicate-member")
              ? "a member stands in one of its objects twice"
              : "it is no JSON object that can be read, or too deep"
                  + (detail.contains(AT) ? detail.substring(detail.indexOf(AT)) : ""));
    }
  }

  /** Reads a list of JSON objects: in brackets, or one on each line. */
  public static List<SourceObject> jsonList(String text) {
    if (text.stripLeading().startsWith("[")) {
      SourceObject list = json("{\"list\":" + text + "}");
      if (list.names().size() > 1) {
        throw wrong("something follows its list");
      }
      return list.objects("list");
    }
    List<SourceObject> all = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (!line.isBlank()) {
        all.add(json(line));
      }
    }
    return all;
  }

  /** Reads YAML, or JSON where it begins as that does. */
  public static SourceObject yaml(String text) {
    return text.stripLeading().startsWith("{") ? json(text) : of(SourceYaml.read(text));
  }

  /** A source that cannot be read as what it is said to be. */
  public static Refused wrong(String why) {
    return Refused.badRequest("wrong-source", "the source cannot be taken: " + why);
  }

  public Set<String> names() {
    return fields.names();
  }

  /** Whether it is there and not null. */
  public boolean has(String name) {
    return fields.has(name);
  }

  /** A text, also one that was written as a number. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(fields.scalarOrNull(name));
  }

  /** A text that is not empty. */
  public Optional<String> word(String name) {
    return text(name).filter(text -> !text.isEmpty());
  }

  /** Whether it is true, however that was written; empty when it is absent or neither. */
  public Optional<Boolean> truth(String name) {
    return text(name)
        .filter(text -> text.equals("true") || text.equals("false"))
        .map(Boolean::parseBoolean);
  }

  /** An object, if it is one. */
  public Optional<SourceObject> object(String name) {
    return fields.isObject(name)
        ? Optional.ofNullable(fields.objectOrNull(name)).map(SourceObject::new)
        : Optional.empty();
  }

  /** A list of objects; an object without members is an empty list, as Lua writes it. */
  public List<SourceObject> objects(String name) {
    if (object(name).filter(one -> one.names().isEmpty()).isPresent()) {
      return List.of();
    }
    try {
      return fields.objects(name).stream().map(SourceObject::new).toList();
    } catch (Refused e) {
      throw wrong(name + " must be a list of objects");
    }
  }

  /** Adds up how many there are of each of those, where there are any. */
  public Map<String, Integer> counts(Set<String> lists) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (String name : lists) {
      int count = has(name) ? count(name) : 0;
      if (count > 0) {
        counts.put(name, count);
      }
    }
    return counts;
  }

  private int count(String name) {
    try {
      return objects(name).size();
    } catch (Refused e) {
      return 1;
    }
  }
}
