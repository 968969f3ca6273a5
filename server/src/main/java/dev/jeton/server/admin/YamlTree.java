package dev.jeton.server.admin;

import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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

/** YAML as a tree, of which no object is ever made. No message repeats what stands in it. */
final class YamlTree {
  static final int MOST_CHARACTERS = 4 << 20;

  private static final Set<Tag> PLAIN =
      Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.MAP, Tag.SEQ);

  private final int deepest;
  private final Scalars scalars;
  private final Function<String, Refused> unreadable;

  /** What becomes of single values. */
  interface Scalars {
    void put(String name, ScalarNode scalar, Json json);

    String text(ScalarNode scalar);
  }

  /**
   * Reads such trees.
   *
   * @param unreadable what is thrown of the reason why one is not taken
   */
  YamlTree(int deepest, Scalars scalars, Function<String, Refused> unreadable) {
    this.deepest = deepest;
    this.scalars = scalars;
    this.unreadable = unreadable;
  }

  /** Its root; none where it is empty. */
  @Nullable
  Node compose(String yaml) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MOST_CHARACTERS);
    options.setNestingDepthLimit(deepest);
    options.setMaxAliasesForCollections(0);
    try {
      return new Yaml(new SafeConstructor(options)).compose(new StringReader(yaml));
    } catch (MarkedYAMLException e) {
      throw unreadable.apply(
          "it is no YAML that can be read, line " + (e.getProblemMark().getLine() + 1));
    } catch (YAMLException e) {
      throw unreadable.apply("it is no YAML that can be read, or too large or too deep");
    }
  }

  Fields fields(MappingNode map) {
    return Fields.of(Json.object(json -> members(map, json)));
  }

  private void members(MappingNode map, Json json) {
    Set<String> names = new HashSet<>();
    for (NodeTuple member : map.getValue()) {
      String name = name(member);
      if (!names.add(name)) {
        throw unreadable.apply("line " + line(member.getKeyNode()) + ": a name stands there twice");
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
    } else if (node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
      scalars.put(name, scalar, json);
    }
  }

  private void list(String name, SequenceNode list, Json json) {
    list.getValue().forEach(this::refuseUnplain);
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
        throw unreadable.apply("line " + line(item) + ": a list has either plain values or maps");
      }
      texts.add(scalars.text(scalar));
    }
    json.put(name, texts);
  }

  String name(NodeTuple member) {
    if (member.getKeyNode() instanceof ScalarNode key && PLAIN.contains(key.getTag())) {
      return key.getValue();
    }
    throw unreadable.apply("line " + line(member.getKeyNode()) + ": a name is not plain text");
  }

  private void refuseUnplain(Node node) {
    if (!PLAIN.contains(node.getTag()) || node.getAnchor() != null) {
      throw unreadable.apply("line " + line(node) + ": tags, anchors and merges are not read");
    }
  }

  static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
