package dev.jeton.cli.console;

import java.util.ArrayList;
import java.util.List;

/** Rows under column headings. Every cell is made {@link VisibleText}. */
public final class Grid {
  private static final String GAP = "  ";

  private final List<String> headings;
  private final List<List<String>> rows = new ArrayList<>();

  public Grid(List<String> headings) {
    this.headings = List.copyOf(headings);
  }

  /** Adds a row with a cell for each column. */
  public Grid row(List<String> cells) {
    if (cells.size() != headings.size()) {
      throw new IllegalArgumentException("a row has a cell for each column");
    }
    rows.add(cells.stream().map(VisibleText::of).toList());
    return this;
  }

  /** The text, each line ended. */
  public String text(Style style) {
    int[] widths = new int[headings.size()];
    widen(widths, headings);
    rows.forEach(row -> widen(widths, row));
    StringBuilder out = new StringBuilder();
    out.append(style.heading(line(widths, headings))).append('\n');
    rows.forEach(row -> out.append(line(widths, row)).append('\n'));
    return out.toString();
  }

  private static void widen(int[] widths, List<String> cells) {
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(widths[i], length(cells.get(i)));
    }
  }

  private static String line(int[] widths, List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = cells.get(i);
      line.append(cell).append(" ".repeat(widths[i] - length(cell))).append(GAP);
    }
    return line.toString().stripTrailing();
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
