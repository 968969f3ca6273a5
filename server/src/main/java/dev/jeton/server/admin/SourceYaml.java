package dev.jeton.server.admin;

import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Another server's configuration as YAML: each single value is the text that stands there. */
final class SourceYaml implements YamlTree.Scalars {
  /** Fields reads no deeper. */
  private static final int DEEPEST = 16;

  private SourceYaml() {}

  static Fields read(String yaml) {
    YamlTree tree = new YamlTree(DEEPEST, new SourceYaml(), SourceObject::wrong);
    if (!(tree.compose(yaml) instanceof MappingNode map)) {
      throw SourceObject.wrong("it is no map of names and values");
    }
    try {
      return tree.fields(map);
    } catch (Refused e) {
      throw e.problem().code().equals("malformed-json")
          ? SourceObject.wrong("it has a name that is too long, or is too deep")
          : e;
    }
  }

  @Override
  public void put(String name, ScalarNode scalar, Json json) {
    json.put(name, scalar.getValue());
  }

  @Override
  public String text(ScalarNode scalar) {
    return scalar.getValue();
  }
}
