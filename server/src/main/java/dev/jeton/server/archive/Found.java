package dev.jeton.server.archive;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of rows.
 *
 * @param lines as they stand in the files, with {@code node} and perhaps {@code names} at the end
 * @param next where the following page goes on; null on the last
 */
public record Found(List<String> lines, @Nullable Cursor next) {
  public Found {
    lines = List.copyOf(lines);
  }
}
