package dev.jeton.server.admin;

import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A file with resources, as YAML. Only its tree is read, no object is ever made of it. References such
 * as {@code ${env:NAME}} get the values that came with it.
 */
final class ResourceFile {
  static final int MOST_CHARACTERS = 4 << 20;

  private static final int DEEPEST = 12;
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{((?:env|file):[^}]*)}");
  private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
  private static final Set<Tag> PLAIN =
      Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.MAP, Tag.SEQ);

  private final Map<String, String> values;

  /** How many characters came in by references so far. */
  private long expanded;

  private ResourceFile(Map<String, String> values) {
    this.values = values;
  }

  /** Each resource in the file's order. */
  static List<Fields> read(String yaml, Map<String, String> values) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MOST_CHARACTERS);
    options.setNestingDepthLimit(DEEPEST);
    options.setMaxAliasesForCollections(0);
    try {
      Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(yaml));
      return new ResourceFile(values).resources(root);
    } catch (MarkedYAMLException e) {
      throw unreadable(
          "it is no YAML that can be read, line " + (e.getProblemMark().getLine() + 1));
    } catch (YAMLException e) {
      throw unreadable("it is no YAML that can be read, or too large or too deep");
    }
  }

  private List<Fields> resources(Node root) {
    if (!(root instanceof MappingNode map)
        || map.getValue().size() != 1
        || !name(map.getValue().get(0)).equals("resources")
        || !(map.getValue().get(0).getValueNode() instanceof SequenceNode list)) {
      throw unreadable("it must have one list, resources:, and nothing beside it");
    }
    List<Fields> resources = new ArrayList<>();
    for (Node item : list.getValue()) {
      if (!(item instanceof MappingNode resource)) {
        throw unreadable("line " + line(item) + ": a resource must be a map with kind and name");
      }
      resources.add(Fields.of(Json.object(json -> members(resource, json))));
    }
    return resources;
  }

  private void members(MappingNode map, Json json) {
    Set<String> names = new HashSet<>();
    for (NodeTuple member : map.getValue()) {
      String name = name(member);
      if (!names.add(name)) {
        throw unreadable("line " + line(member.getKeyNode()) + ": " + name + " stands there twice");
      }
      member(name, member.getValueNode(), json);
    }
  }

  private void member(String name, Node node, Json json) {
    refuseUnplain(node);
    if (node instanceof MappingNode map) {
      json.put(name, inner -> members(map, inner));
    } else if (node instanceof SequenceNode list) {
      list(name, list, json);
    } else if (node instanceof ScalarNode scalar) {
      scalar(name, scalar, json);
    }
  }

  private void list(String name, SequenceNode list, Json json) {
    list.getValue().forEach(ResourceFile::refuseUnplain);
    if (list.getValue().stream().allMatch(MappingNode.class::isInstance)) {
      json.putEach(
          name,
          list.getValue().stream()
              .<Consumer<Json>>map(item -> inner -> members((MappingNode) item, inner))
              .toList());
      return;
    }
    List<String> texts = new ArrayList<>();
    for (Node item : list.getValue()) {
      if (!(item instanceof ScalarNode scalar)) {
        throw unreadable("line " + line(item) + ": a list has either plain values or maps");
      }
      texts.add(resolved(scalar));
    }
    json.put(name, texts);
  }

  private void scalar(String name, ScalarNode scalar, Json json) {
    String text = resolved(scalar);
    if (scalar.getTag().equals(Tag.NULL)) {
      return;
    }
    if (scalar.getTag().equals(Tag.BOOL) && (text.equals("true") || text.equals("false"))) {
      json.put(name, Boolean.parseBoolean(text));
    } else if (scalar.getTag().equals(Tag.INT) && WHOLE.matcher(text).matches()) {
      json.put(name, Long.parseLong(text));
    } else {
      json.put(name, text);
    }
  }

  /** The value itself never becomes part of a message. */
  private String resolved(ScalarNode scalar) {
    Matcher reference = REFERENCE.matcher(scalar.getValue());
    return reference.replaceAll(match -> {
      String value = values.get(match.group(1));
      if (value == null) {
        throw Refused.badRequest(
            "unknown-reference",
            "line " + line(scalar) + ": no value came with the reference to " + match.group(1));
      }
      expanded += value.length();
      if (expanded > MOST_CHARACTERS) {
        throw Refused.badRequest(
            "resources-too-large",
            "line " + line(scalar) + ": with the values of all references the resources are longer"
                + " than " + MOST_CHARACTERS + " characters; send them in parts");
      }
      return Matcher.quoteReplacement(value);
    });
  }

  private static String name(NodeTuple member) {
    if (member.getKeyNode() instanceof ScalarNode key && PLAIN.contains(key.getTag())) {
      return key.getValue();
    }
    throw unreadable("line " + line(member.getKeyNode()) + ": a name is not plain text");
  }

  private static void refuseUnplain(Node node) {
    if (!PLAIN.contains(node.getTag()) || node.getAnchor() != null) {
      throw unreadable("line " + line(node) + ": tags, anchors and merges are not read");
    }
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  private static Refused unreadable(String why) {
    return Refused.badRequest("wrong-resources", "the resources cannot be taken: " + why);
  }
}
