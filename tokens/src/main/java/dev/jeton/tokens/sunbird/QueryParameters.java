package dev.jeton.tokens.sunbird;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** The parameters of a query or form, without {@code jwt}. */
final class QueryParameters {
  private static final String TOKEN_PARAMETER = "jwt";

  private record Parameter(Piece name, Piece value) {}

  /** A name or a value: what it means, and the one way to write it. */
  private record Piece(String decoded, String encoded) {
    static Piece of(String sent) {
      byte[] bytes = PercentEncoding.decode(sent);
      return new Piece(new String(bytes, StandardCharsets.UTF_8), PercentEncoding.encode(bytes));
    }
  }

  private final boolean empty;
  private final List<Parameter> parameters;

  private QueryParameters(boolean empty, List<Parameter> parameters) {
    this.empty = empty;
    this.parameters = parameters;
  }

  /** Reads {@code name=value&name=value}. A parameter without {@code =} has an empty value. */
  static QueryParameters parse(String text) {
    List<Parameter> parameters = new ArrayList<>();
    boolean empty = true;
    for (int start = 0; start < text.length(); ) {
      int end = text.indexOf('&', start);
      end = end < 0 ? text.length() : end;
      if (end > start) {
        empty = false;
        Parameter parameter = parameter(text.substring(start, end));
        if (!parameter.name().decoded().equals(TOKEN_PARAMETER)) {
          parameters.add(parameter);
        }
      }
      start = end + 1;
    }
    return new QueryParameters(empty, parameters);
  }

  private static Parameter parameter(String text) {
    int equals = text.indexOf('=');
    return equals < 0
        ? new Parameter(Piece.of(text), Piece.of(""))
        : new Parameter(Piece.of(text.substring(0, equals)), Piece.of(text.substring(equals + 1)));
  }

  /** Whether there was none, {@code jwt} counted. */
  boolean isEmpty() {
    return empty;
  }

  String inEncodedOrder() {
    return sortedBy(Piece::encoded);
  }

  /** By UTF-16 unit, as JavaScript sorts. */
  String inDecodedOrder() {
    return sortedBy(Piece::decoded);
  }

  private String sortedBy(Function<Piece, String> order) {
    List<Parameter> sorted = parameters.stream()
        .sorted(Comparator.comparing((Parameter p) -> order.apply(p.name()))
            .thenComparing(p -> p.name().encoded())
            .thenComparing(p -> order.apply(p.value())))
        .toList();
    StringBuilder out = new StringBuilder();
    String before = null;
    for (Parameter parameter : sorted) {
      String name = parameter.name().encoded();
      if (name.equals(before)) {
        out.append(',');
      } else {
        out.append(before == null ? "" : "&").append(name).append('=');
      }
      out.append(parameter.value().encoded());
      before = name;
    }
    return out.toString();
  }
}
