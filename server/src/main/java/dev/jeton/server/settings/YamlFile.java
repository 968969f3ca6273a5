package dev.jeton.server.settings;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A YAML text as flat names with values. Only its tree is read, no object is ever made of it, and
 * each value keeps its line so that a fault can name it.
 */
final class YamlFile {
  static final int MOST_CHARACTERS = 1 << 20;
  private static final int DEEPEST = 10;
  private static final Set<Tag> PLAIN =
      Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.MAP, Tag.SEQ);

  private final String file;
  private final List<Fault> faults;
  private final Map<String, Given> values = new LinkedHashMap<>();
  private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private YamlFile(String file, List<Fault> faults) {
    this.file = file;
    this.faults = faults;
  }

  static Map<String, Given> read(String file, String text, List<Fault> faults) {
    YamlFile reader = new YamlFile(file, faults);
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MOST_CHARACTERS);
    options.setNestingDepthLimit(DEEPEST);
    try {
      Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
      if (root instanceof MappingNode map) {
        reader.map("", map);
      } else if (root != null && !root.getTag().equals(Tag.NULL)) {
        reader.fault(file, "it is not a map of names to values", "write http.port and so on", root);
      }
    } catch (MarkedYAMLException e) {
      faults.add(
          new Fault(file, "it is not YAML", "correct it there", reader.at(e.getProblemMark())));
    } catch (YAMLException e) {
      faults.add(
          new Fault(file, "it is not YAML, or too large or too deep", "make it smaller", file));
    }
    return reader.values;
  }

  private void map(String prefix, MappingNode map) {
    Set<String> names = new HashSet<>();
    for (NodeTuple entry : map.getValue()) {
      if (!(entry.getKeyNode() instanceof ScalarNode key) || !PLAIN.contains(key.getTag())) {
        fault(file, "a name is not plain text", "use plain names", entry.getKeyNode());
        continue;
      }
      String name = prefix.isEmpty() ? key.getValue() : prefix + "." + key.getValue();
      if (names.add(key.getValue())) {
        value(name, entry);
      } else {
        twice(name, entry);
      }
    }
  }

  private void twice(String name, NodeTuple entry) {
    fault(name, "it stands there twice", "keep one", entry.getKeyNode());
  }

  private void value(String name, NodeTuple entry) {
    Node node = entry.getValueNode();
    if (!PLAIN.contains(node.getTag()) || !seen.add(node)) {
      fault(name, "tags, anchors and merges are not read", "write the value itself", node);
    } else if (node instanceof MappingNode map) {
      map(name, map);
    } else if (node instanceof SequenceNode list) {
      put(name, new Given(items(name, list), true, at(node.getStartMark())), entry);
    } else if (node instanceof ScalarNode scalar) {
      String text = node.getTag().equals(Tag.NULL) ? "" : scalar.getValue();
      put(name, Given.one(text, at(node.getStartMark())), entry);
    }
  }

  private List<String> items(String name, SequenceNode list) {
    List<String> items = new ArrayList<>();
    for (Node item : list.getValue()) {
      if (item instanceof ScalarNode scalar && PLAIN.contains(item.getTag())) {
        items.add(scalar.getValue());
      } else {
        fault(name, "an item of the list is not a plain value", "list plain values", item);
      }
    }
    return items;
  }

  private void put(String name, Given given, NodeTuple entry) {
    if (values.putIfAbsent(name, given) != null) {
      twice(name, entry);
    }
  }

  private void fault(String name, String wrong, String right, Node node) {
    faults.add(new Fault(name, wrong, right, at(node.getStartMark())));
  }

  private String at(Mark mark) {
    return mark == null
        ? file
        : file + " line " + (mark.getLine() + 1) + " column " + (mark.getColumn() + 1);
  }
}
