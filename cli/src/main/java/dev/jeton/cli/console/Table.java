package dev.jeton.cli.console;

import java.util.ArrayList;
import java.util.List;

/** Labels and values in two columns, under headings. Every value is made {@link VisibleText}. */
public final class Table {
  private sealed interface Line {}

  private record Heading(String text) implements Line {}

  private record Row(String label, String value) implements Line {}

  private final List<Line> lines = new ArrayList<>();

  public Table heading(String text) {
    lines.add(new Heading(text));
    return this;
  }

  public Table row(String label, String value) {
    lines.add(new Row(label, VisibleText.of(value)));
    return this;
  }

  /** The text, each line ended. */
  public String text(Style style) {
    int width = 0;
    for (Line line : lines) {
      if (line instanceof Row row) {
        width = Math.max(width, row.label().length());
      }
    }
    StringBuilder out = new StringBuilder();
    for (Line line : lines) {
      if (line instanceof Row row) {
        out.append("  ").append(row.label());
        out.append(" ".repeat(width - row.label().length() + 2)).append(row.value());
      } else if (line instanceof Heading heading) {
        out.append(style.heading(heading.text()));
      }
      out.append('\n');
    }
    return out.toString();
  }
}
