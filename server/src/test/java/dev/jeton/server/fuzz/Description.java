package dev.jeton.server.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.yaml.snakeyaml.Yaml;

/** The API's description as the server hands it out. */
final class Description {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private final JsonNode document;

  Description(String yaml) {
    document = new ObjectMapper().valueToTree(new Yaml().load(yaml));
  }

  /** A parameter in a path or a query. */
  record Parameter(String name, String place, JsonNode schema) {}

  /** One operation, with the schema of its body, which is missing where it takes none. */
  record Operation(String method, String template, List<Parameter> parameters, JsonNode body) {
    @Override
    public String toString() {
      return method + " " + template;
    }
  }

  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    document
        .path("paths")
        .properties()
        .forEach(path -> path.getValue().properties().forEach(method -> {
          if (METHODS.contains(method.getKey())) {
            operations.add(operation(path.getKey(), path.getValue(), method.getKey()));
          }
        }));
    operations.sort(Comparator.comparing(Operation::toString));
    return operations;
  }

  /** What a reference stands for. */
  JsonNode resolved(JsonNode node) {
    JsonNode found = node;
    while (found.has("$ref")) {
      found = document.at(found.path("$ref").asText().substring(1));
    }
    return found;
  }

  private Operation operation(String template, JsonNode path, String method) {
    JsonNode operation = path.path(method);
    List<Parameter> parameters = new ArrayList<>();
    for (JsonNode list : List.of(path.path("parameters"), operation.path("parameters"))) {
      list.forEach(one -> {
        JsonNode parameter = resolved(one);
        parameters.add(new Parameter(
            parameter.path("name").asText(),
            parameter.path("in").asText(),
            resolved(parameter.path("schema"))));
      });
    }
    JsonNode body = operation.has("requestBody")
        ? resolved(operation.path("requestBody"))
            .path("content")
            .path("application/json")
            .path("schema")
        : MissingNode.getInstance();
    return new Operation(method.toUpperCase(Locale.ROOT), template, parameters, body);
  }
}
