package dev.jeton.server.audit.chain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the segments of one chain lie. */
public interface SegmentFolder {

  /** The numbers of the segments that are there, ascending. */
  List<Integer> numbers() throws IOException;

  Path path(int number);

  /** Makes a segment that must not exist yet, and the folder where it is missing. */
  SegmentFile create(int number) throws IOException;

  SegmentFile open(int number) throws IOException;

  /** What the path leads to now; null when there is no such file. */
  @Nullable
  FileStamp stamp(int number) throws IOException;

  /** The files with the clear texts of people, of the same numbers beside the segments. */
  SegmentFolder names();
}
