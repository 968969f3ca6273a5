package dev.jeton.server.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Loads SQLite's native code out of a folder of this process alone. The driver's own way unpacks it into
 * one that all users share, and takes a little longer.
 */
final class SqliteLibrary {
  private static final String FOLDER = "org.sqlite.lib.path";
  private static final String NAME = "org.sqlite.lib.name";

  private SqliteLibrary() {}

  /** Does nothing when it is loaded already, or when somebody named a library. */
  static synchronized void load() {
    if (System.getProperty(FOLDER) != null) {
      return;
    }
    String name = LibraryLoaderUtil.getNativeLibName();
    String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
    try (InputStream packed = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
      if (packed != null) {
        Path folder = Files.createTempDirectory("jeton-sqlite");
        loadFrom(folder, name, packed);
      }
    } catch (Exception e) {
      // The driver tries by itself when it is used, and tells what is wrong.
      System.clearProperty(FOLDER);
      System.clearProperty(NAME);
    }
  }

  /** Once it is loaded, the file is not needed any more. */
  private static void loadFrom(Path folder, String name, InputStream packed) throws Exception {
    Path file = folder.resolve(name);
    try {
      Files.copy(packed, file);
      System.setProperty(FOLDER, folder.toString());
      System.setProperty(NAME, name);
      SQLiteJDBCLoader.initialize();
    } finally {
      deleteQuietly(file);
      deleteQuietly(folder);
    }
  }

  /** Where a loaded file cannot be deleted, it stays. */
  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      file.toFile().deleteOnExit();
    }
  }
}
