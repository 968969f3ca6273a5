package dev.jeton.cli.sunbird;

import dev.jeton.cli.console.UsageException;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The claims of all arguments, nested, in the order in which they were named first. */
final class ClaimTree {
  private sealed interface Node {}

  private record Leaf(JsonValue value) implements Node {}

  private record Branch(Map<String, Node> nodes) implements Node {
    Branch() {
      this(new LinkedHashMap<>());
    }
  }

  private final Branch root = new Branch();

  void add(ClaimArgument claim) {
    Branch at = root;
    int last = claim.path().size() - 1;
    for (int i = 0; i < last; i++) {
      Node node = at.nodes().computeIfAbsent(claim.path().get(i), name -> new Branch());
      if (!(node instanceof Branch branch)) {
        throw clash(
            claim, ClaimArgument.name(claim.path().subList(0, i + 1)) + " is given as a whole");
      }
      at = branch;
    }
    Node before = at.nodes().putIfAbsent(claim.path().get(last), new Leaf(claim.value()));
    refuse(claim, before);
  }

  JsonObject json() {
    try {
      return json(root);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--claim: " + e.getMessage());
    }
  }

  static JsonObject of(List<String> arguments) {
    ClaimTree tree = new ClaimTree();
    arguments.stream().map(ClaimArgument::parse).forEach(tree::add);
    return tree.json();
  }

  private static void refuse(ClaimArgument claim, @Nullable Node before) {
    if (before instanceof Leaf) {
      throw new UsageException("--claim " + claim.name() + " is given twice");
    }
    if (before != null) {
      throw clash(claim, "parts of it are given");
    }
  }

  private static UsageException clash(ClaimArgument claim, String why) {
    return new UsageException("--claim " + claim.name() + ": " + why + " already");
  }

  private static JsonObject json(Branch branch) {
    JsonObject.Builder json = JsonObject.builder();
    branch
        .nodes()
        .forEach((name, node) ->
            json.put(name, node instanceof Leaf leaf ? leaf.value() : json((Branch) node)));
    return json.build();
  }
}
