package dev.jeton.server.boot;

import dev.jeton.server.access.AccessSettings;
import dev.jeton.server.http.HttpSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** Looks at network and disk before the server starts, so that what is wrong gets a plain line. */
final class Surroundings {
  private Surroundings() {}

  static boolean beyondLoopback(HttpSettings http) throws StartFault {
    return !address(http).isLoopbackAddress();
  }

  static void refuseOpen(HttpSettings http, AccessSettings access) throws StartFault {
    if (beyondLoopback(http) && access.anonymous() == AccessSettings.Anonymous.NOBODY) {
      throw StartFault.setting("http.host is "
          + http.host()
          + ", which others can reach, but no caller could prove itself; keep 127.0.0.1, or set"
          + " access.anonymous to anyone (JETON_ACCESS_ANONYMOUS=anyone) to let everybody who"
          + " reaches it have tokens");
    }
  }

  static void checkPort(HttpSettings http) throws StartFault {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(address(http), http.port()));
    } catch (IOException e) {
      throw StartFault.outside(cannotListen(http));
    }
  }

  static String cannotListen(HttpSettings http) {
    return "cannot listen on "
        + http.host()
        + " port "
        + http.port()
        + ": it is in use or not permitted; stop what uses it, or choose another with --port";
  }

  static void makeFolder(Path folder) throws StartFault {
    try {
      if (!Files.isDirectory(folder)) {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
          Files.createDirectories(
              folder,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
          Files.createDirectories(folder);
        }
      }
    } catch (IOException e) {
      throw StartFault.outside("the data folder " + folder + " cannot be made; " + choose());
    }
    if (!Files.isWritable(folder)) {
      throw StartFault.outside("the data folder " + folder + " cannot be written to; " + choose());
    }
  }

  static void checkReadable(@Nullable Path file, String setting) throws StartFault {
    if (file != null && !(Files.isRegularFile(file) && Files.isReadable(file))) {
      throw StartFault.outside(
          setting + ": " + file + " cannot be read; name a file that this user may read");
    }
  }

  /** Opens the access log's file once, so that a wrong path is told before anything starts. */
  static void checkAccessLog(HttpSettings http) throws StartFault {
    String where = http.accessLog();
    if (where.equals("off") || where.equals("stdout")) {
      return;
    }
    try {
      Files.newOutputStream(Path.of(where), StandardOpenOption.CREATE, StandardOpenOption.APPEND)
          .close();
    } catch (IOException | InvalidPathException e) {
      throw StartFault.outside("http.access-log: " + where
          + " cannot be written; give off, stdout or a file in a folder that is there");
    }
  }

  private static InetAddress address(HttpSettings http) throws StartFault {
    try {
      return InetAddress.getByName(http.host());
    } catch (UnknownHostException e) {
      String line =
          "http.host: there is no address " + http.host() + "; 127.0.0.1 is the usual one";
      throw StartFault.setting(line);
    }
  }

  private static String choose() {
    return "let this user write there, or choose another with --data";
  }
}
