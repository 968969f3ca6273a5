package dev.jeton.server.audit.chain;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Segments as files {@code 000001.jsonl}, {@code 000002.jsonl} and so on, and beside them {@code
 * 000001.names} for what can be erased.
 */
public final class DiskFolder implements SegmentFolder {
  private static final String ROWS = ".jsonl";
  private static final String NAMES = ".names";
  private static final Set<OpenOption> CREATE =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);

  private final Path folder;
  private final EntryForce entries;
  private final boolean posix;
  private final String ending;
  private final Pattern form;

  /** Puts the names in a folder on the disk. */
  interface EntryForce {
    void force(Path folder) throws IOException;
  }

  public DiskFolder(Path folder) {
    this(folder, DiskFolder::forceEntries);
  }

  DiskFolder(Path folder, EntryForce entries) {
    this(folder, entries, ROWS);
  }

  private DiskFolder(Path folder, EntryForce entries, String ending) {
    this.folder = folder;
    this.entries = entries;
    this.ending = ending;
    this.form = Pattern.compile("\\d{6,9}" + Pattern.quote(ending));
    this.posix = posix(folder);
  }

  @Override
  public List<Integer> numbers() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> form.matcher(name).matches())
          .map(name -> Integer.valueOf(name.substring(0, name.indexOf('.'))))
          .sorted()
          .toList();
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  @Override
  public Path path(int number) {
    return folder.resolve("%06d".formatted(number) + ending);
  }

  @Override
  public SegmentFile create(int number) throws IOException {
    Files.createDirectories(folder, only(folder, "rwx------"));
    Path file = path(number);
    FileChannel channel = FileChannel.open(file, CREATE, only(file, "rw-------"));
    try {
      if (posix) {
        entries.force(folder);
      }
      return new DiskSegment(channel);
    } catch (IOException e) {
      undo(file, channel, e);
      throw e;
    }
  }

  /** Otherwise every further try would leave one more empty file and one more open channel. */
  private static void undo(Path file, FileChannel channel, IOException fault) {
    try (channel) {
      Files.delete(file);
    } catch (IOException e) {
      fault.addSuppressed(e);
    }
  }

  @Override
  public SegmentFile open(int number) throws IOException {
    return new DiskSegment(
        FileChannel.open(path(number), StandardOpenOption.READ, StandardOpenOption.WRITE));
  }

  @Override
  public @Nullable FileStamp stamp(int number) throws IOException {
    try {
      var attributes = Files.readAttributes(path(number), BasicFileAttributes.class);
      return new FileStamp(attributes.fileKey(), attributes.size());
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  @Override
  public SegmentFolder names() {
    return new DiskFolder(folder, entries, NAMES);
  }

  static boolean posix(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** Permissions for a file that is made, where the file system knows them. */
  static FileAttribute<?>[] only(Path file, String permissions) {
    return posix(file)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  /** Without this the new name itself could be gone after a power cut. */
  static void forceEntries(Path folder) throws IOException {
    try (FileChannel entry = FileChannel.open(folder, StandardOpenOption.READ)) {
      entry.force(true);
    }
  }
}
