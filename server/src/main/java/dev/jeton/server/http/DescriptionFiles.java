package dev.jeton.server.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files that the API's description is made of: one about the whole, and beside it a folder with one
 * for each room. The folder is listed, so that a new room's file is found by itself.
 */
final class DescriptionFiles {
  static final String BASE = "openapi.yaml";
  private static final String ROOMS = "openapi";

  private DescriptionFiles() {}

  /** Those in the program, by name. */
  static SortedMap<String, String> read() {
    URL base = DescriptionFiles.class.getResource("/META-INF/" + BASE);
    if (base == null) {
      throw new IllegalStateException("META-INF/" + BASE + " is not in the program");
    }
    return read(base);
  }

  /** Those around the file about the whole, in a folder or in a jar. */
  static SortedMap<String, String> read(URL base) {
    try {
      URLConnection connection = base.openConnection();
      if (connection instanceof JarURLConnection jar) {
        try (FileSystem inside =
            FileSystems.newFileSystem(Path.of(jar.getJarFileURL().toURI()))) {
          return around(inside.getPath(jar.getEntryName()));
        }
      }
      return around(Path.of(base.toURI()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the program's place has no proper address", e);
    }
  }

  private static SortedMap<String, String> around(Path base) throws IOException {
    SortedMap<String, String> texts = new TreeMap<>();
    texts.put(BASE, Files.readString(base));
    try (DirectoryStream<Path> rooms =
        Files.newDirectoryStream(base.resolveSibling(ROOMS), "*.yaml")) {
      for (Path room : rooms) {
        texts.put(ROOMS + "/" + room.getFileName(), Files.readString(room));
      }
    }
    return texts;
  }
}
