package dev.jeton.server.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Puts something in a wrong place into what was right. */
final class Spoiled {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<String> TEXTS = List.of(
      "",
      " ",
      "\u0000",
      "*",
      "%",
      "%00",
      "../../etc/passwd",
      "'; drop table entries; --",
      "{{7*7}}${7*7}",
      "<script>alert(1)</script>",
      "\r\nSet-Cookie: a=b",
      "\ud800",
      "\u202e\u0130\u00df",
      "9999-12-31T23:59:59.999999999Z",
      "-999999999-01-01T00:00:00Z",
      "P999999999999D",
      "jtn_",
      "007",
      "a.b.c",
      "eyJhbGciOiJub25lIn0.e30.",
      "x".repeat(5000),
      "\u00e9".repeat(300));

  private final Random random;

  Spoiled(Random random) {
    this.random = random;
  }

  String text() {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  /** The same with one node somewhere replaced, taken away or added. */
  JsonNode of(JsonNode proper) {
    JsonNode copy = proper.deepCopy();
    if (!copy.isContainerNode() || copy.isEmpty() || random.nextInt(8) == 0) {
      return copy instanceof ObjectNode object && random.nextBoolean()
          ? object.set("unknown-member", anything())
          : anything();
    }
    spoil(copy);
    return copy;
  }

  private void spoil(JsonNode container) {
    if (container instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      String name = names.get(random.nextInt(names.size()));
      JsonNode child = object.path(name);
      if (descends(child)) {
        spoil(child);
      } else if (random.nextInt(6) == 0) {
        object.remove(name);
      } else {
        object.set(name, anything());
      }
    } else if (container instanceof ArrayNode array) {
      int place = random.nextInt(array.size());
      if (descends(array.get(place))) {
        spoil(array.get(place));
      } else {
        array.set(place, anything());
      }
    }
  }

  private boolean descends(JsonNode child) {
    return child.isContainerNode() && !child.isEmpty() && random.nextInt(4) > 0;
  }

  private JsonNode anything() {
    return switch (random.nextInt(11)) {
      case 0 -> NullNode.getInstance();
      case 1 -> LongNode.valueOf(random.nextBoolean() ? -1 : Long.MAX_VALUE);
      case 2 -> NODES.numberNode(BigInteger.ONE.shiftLeft(70));
      case 3 -> DoubleNode.valueOf(random.nextBoolean() ? 0.5 : 1e300);
      case 4 -> BooleanNode.valueOf(random.nextBoolean());
      case 5 -> NODES.arrayNode();
      case 6 -> NODES.objectNode();
      case 7 -> many();
      default -> TextNode.valueOf(text());
    };
  }

  private ArrayNode many() {
    ArrayNode many = NODES.arrayNode();
    for (int i = 0; i < 200; i++) {
      many.add(text());
    }
    return many;
  }
}
