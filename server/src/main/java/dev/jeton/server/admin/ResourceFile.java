package dev.jeton.server.admin;

import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A file with resources, as YAML. References such as {@code ${env:NAME}} get the values that came with
 * it.
 */
final class ResourceFile implements YamlTree.Scalars {
  static final int MOST_CHARACTERS = YamlTree.MOST_CHARACTERS;

  private static final int DEEPEST = 12;
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{((?:env|file):[^}]*)}");
  private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,17})");

  private final Map<String, String> values;
  private final YamlTree tree = new YamlTree(DEEPEST, this, ResourceFile::unreadable);

  /** How many characters came in by references so far. */
  private long expanded;

  private ResourceFile(Map<String, String> values) {
    this.values = values;
  }

  /**
   * A resource.
   *
   * @param plain the members whose values stand in the file itself, without any reference
   */
  record Resource(Fields fields, Set<String> plain) {}

  /** Each resource in the file's order. */
  static List<Resource> read(String yaml, Map<String, String> values) {
    ResourceFile file = new ResourceFile(values);
    return file.resources(file.tree.compose(yaml));
  }

  private List<Resource> resources(@Nullable Node root) {
    if (!(root instanceof MappingNode map)
        || map.getValue().size() != 1
        || !tree.name(map.getValue().get(0)).equals("resources")
        || !(map.getValue().get(0).getValueNode() instanceof SequenceNode list)) {
      throw unreadable("it must have one list, resources:, and nothing beside it");
    }
    List<Resource> resources = new ArrayList<>();
    for (Node item : list.getValue()) {
      if (!(item instanceof MappingNode resource)) {
        throw unreadable(
            "line " + YamlTree.line(item) + ": a resource must be a map with kind and name");
      }
      resources.add(new Resource(tree.fields(resource), plain(resource)));
    }
    return resources;
  }

  private Set<String> plain(MappingNode resource) {
    Set<String> plain = new HashSet<>();
    for (NodeTuple member : resource.getValue()) {
      if (member.getValueNode() instanceof ScalarNode scalar
          && !scalar.getTag().equals(Tag.NULL)
          && !REFERENCE.matcher(scalar.getValue()).find()) {
        plain.add(tree.name(member));
      }
    }
    return plain;
  }

  @Override
  public void put(String name, ScalarNode scalar, Json json) {
    String text = text(scalar);
    if (scalar.getTag().equals(Tag.BOOL) && (text.equals("true") || text.equals("false"))) {
      json.put(name, Boolean.parseBoolean(text));
    } else if (scalar.getTag().equals(Tag.INT) && WHOLE.matcher(text).matches()) {
      json.put(name, Long.parseLong(text));
    } else {
      json.put(name, text);
    }
  }

  /** With its references resolved; a value never becomes part of a message. */
  @Override
  public String text(ScalarNode scalar) {
    Matcher reference = REFERENCE.matcher(scalar.getValue());
    return reference.replaceAll(match -> {
      String value = values.get(match.group(1));
      if (value == null) {
        throw Refused.badRequest(
            "unknown-reference",
            "line " + YamlTree.line(scalar) + ": no value came with the reference to "
                + match.group(1));
      }
      expanded += value.length();
      if (expanded > MOST_CHARACTERS) {
        throw Refused.badRequest(
            "resources-too-large",
            "line " + YamlTree.line(scalar)
                + ": with the values of all references the resources are longer" + " than "
                + MOST_CHARACTERS + " characters; send them in parts");
      }
      return Matcher.quoteReplacement(value);
    });
  }

  private static Refused unreadable(String why) {
    return Refused.badRequest("wrong-resources", "the resources cannot be taken: " + why);
  }
}
