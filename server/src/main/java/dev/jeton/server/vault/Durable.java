package dev.jeton.server.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;
import org.jboss.logging.Logger;

/** Writes files that must be there, whole, after the power has failed. */
public final class Durable {
  private static final Logger LOG = Logger.getLogger(Durable.class);

  private Durable() {}

  /** Makes a file of these bytes, which is on the disk when this returns; its name may not be yet. */
  public static void write(Path file, byte[] bytes, FileAttribute<?>... attributes)
      throws IOException {
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(file, options, attributes)) {
      ByteBuffer left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) {
        channel.write(left);
      }
      channel.force(true);
    }
  }

  /**
   * Brings the names in a file's folder to the disk, so that what was made or moved there stays. The
   * file is in its place already, so a folder that cannot be forced is only worth a warning.
   */
  public static void forceFolderOf(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      LOG.warnf("%s is written, but may be lost if the power fails in the next seconds", file);
    }
  }
}
