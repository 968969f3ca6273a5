package dev.jeton.server.http;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** The API's description, put together of one file about the whole and one for each room. */
final class ApiDescription {
  private static final int MOST_CHARACTERS = 1 << 20;
  private static final int DEEPEST = 32;

  private final Map<Object, @Nullable Object> whole = new LinkedHashMap<>();
  private final Map<String, String> files = new HashMap<>();

  /**
   * Puts it together.
   *
   * @param base the name of the file about the whole
   * @param texts all files by name
   */
  ApiDescription(String base, Map<String, String> texts) {
    String text = Objects.requireNonNull(texts.get(base), base);
    add(base, tree(base, text), true);
    texts.forEach((file, room) -> {
      if (!file.equals(base)) {
        add(file, tree(file, room), false);
      }
    });
  }

  Buffer yaml() {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    return Buffer.buffer(new Yaml(options).dump(whole));
  }

  Buffer json() {
    return Json.tree(whole);
  }

  private void add(String file, Map<?, ?> part, boolean base) {
    part.forEach((name, value) -> {
      switch (String.valueOf(name)) {
        case "paths" -> union(file, "paths", map(file, value), at(whole, "paths"));
        case "components" ->
          map(file, value)
              .forEach((kind, those) -> union(
                  file,
                  "components/" + kind,
                  map(file, those),
                  at(at(whole, "components"), String.valueOf(kind))));
        case "tags" -> tags(file, value);
        default -> {
          if (base) {
            whole.put(name, value);
          } else if (!Objects.equals(value, whole.get(name))) {
            throw new IllegalStateException(
                file + " may not say its own " + name + "; leave that to the whole's file");
          }
        }
      }
    });
  }

  private void union(String file, String place, Map<?, ?> more, Map<Object, @Nullable Object> all) {
    more.forEach((name, value) -> {
      String other = files.putIfAbsent(place + " " + name, file);
      if (other != null) {
        throw new IllegalStateException(
            "%s stands below %s in %s and in %s; keep one".formatted(name, place, other, file));
      }
      all.put(name, value);
    });
  }

  private void tags(String file, @Nullable Object more) {
    if (!(more instanceof List<?> list)) {
      throw new IllegalStateException("tags in " + file + " is not a list");
    }
    List<@Nullable Object> all = new ArrayList<>();
    if (whole.get("tags") instanceof List<?> before) {
      all.addAll(before);
    }
    all.addAll(list);
    whole.put("tags", all);
  }

  /** The map below the name, made where there is none. */
  @SuppressWarnings("unchecked")
  private static Map<Object, @Nullable Object> at(
      Map<Object, @Nullable Object> parent, Object name) {
    return (Map<Object, @Nullable Object>) Objects.requireNonNull(
        parent.computeIfAbsent(name, missing -> new LinkedHashMap<Object, @Nullable Object>()));
  }

  private static Map<?, ?> tree(String file, String text) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MOST_CHARACTERS);
    options.setNestingDepthLimit(DEEPEST);
    options.setMaxAliasesForCollections(0);
    options.setAllowDuplicateKeys(false);
    try {
      return map(file, new Yaml(new SafeConstructor(options)).<@Nullable Object>load(text));
    } catch (YAMLException e) {
      throw new IllegalStateException(file + " is no YAML that can be read", e);
    }
  }

  private static Map<?, ?> map(String file, @Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw new IllegalStateException("where " + file + " must have names and values, it has none");
  }
}
