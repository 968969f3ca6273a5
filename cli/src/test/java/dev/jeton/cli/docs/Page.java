package dev.jeton.cli.docs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fenced blocks of one Markdown page, in order. */
record Page(String name, List<Fence> fences) {

  private static final Pattern OPENING = Pattern.compile("(\\s*)```\\s*(\\S*).*");
  private static final Pattern MARK =
      Pattern.compile("\\s*<!--\\s*([a-z-]+)(?::\\s*(.*?))?\\s*-->\\s*");

  static Page parse(String name, String markdown) {
    List<Fence> fences = new ArrayList<>();
    Map<String, String> marks = new HashMap<>();
    List<String> lines = markdown.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      Matcher opening = OPENING.matcher(lines.get(i));
      Matcher mark = MARK.matcher(lines.get(i));
      if (opening.matches()) {
        int end = closing(name, lines, i);
        int indent = opening.group(1).length();
        String text = String.join(
            "\n",
            lines.subList(i + 1, end).stream()
                .map(line -> line.substring(Math.min(indent, line.length())))
                .toList());
        fences.add(new Fence(name, i + 1, opening.group(2), text, marks));
        marks.clear();
        i = end;
      } else if (mark.matches()) {
        String value = mark.group(2);
        marks.put(mark.group(1), value == null ? "" : value);
      } else if (!lines.get(i).isBlank()) {
        marks.clear();
      }
    }
    return new Page(name, fences);
  }

  private static int closing(String name, List<String> lines, int opening) {
    for (int i = opening + 1; i < lines.size(); i++) {
      if (lines.get(i).strip().equals("```")) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        name + ", line " + (opening + 1) + ": the block is never closed");
  }
}
