package dev.jeton.server.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A path such as {@code /rtc/{channel}/{role}}; the last slash is optional in requests. */
final class PathTemplate {
  private final String text;
  private final List<String> segments;

  PathTemplate(String text) {
    if (!text.matches("/|(/([A-Za-z0-9._-]+|\\{[A-Za-z]+\\}))+/?")) {
      throw new IllegalArgumentException("not a path template: " + text);
    }
    this.text = text;
    this.segments = segments(text);
  }

  /** The segments of a path, without an empty one after a last slash. */
  static List<String> segments(String path) {
    List<String> segments = new ArrayList<>();
    int start = 1;
    while (start < path.length()) {
      int end = path.indexOf('/', start);
      end = end < 0 ? path.length() : end;
      segments.add(path.substring(start, end));
      start = end + 1;
    }
    return segments;
  }

  boolean isFixed() {
    return segments.stream().noneMatch(PathTemplate::isParameter);
  }

  int length() {
    return segments.size();
  }

  List<String> segments() {
    return segments;
  }

  /** The raw parameters, or null when the path is another one. */
  @Nullable
  Map<String, String> match(List<String> path) {
    Map<String, String> parameters = new TreeMap<>();
    for (int i = 0; i < segments.size(); i++) {
      String segment = segments.get(i);
      if (isParameter(segment)) {
        parameters.put(segment.substring(1, segment.length() - 1), path.get(i));
      } else if (!segment.equals(path.get(i))) {
        return null;
      }
    }
    return parameters;
  }

  private static boolean isParameter(String segment) {
    return segment.startsWith("{");
  }

  @Override
  public String toString() {
    return text;
  }
}
