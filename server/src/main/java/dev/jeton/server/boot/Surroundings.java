package dev.jeton.server.boot;

import dev.jeton.server.http.HttpSettings;
import dev.jeton.server.settings.Exposure;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import org.jspecify.annotations.Nullable;

/** Looks at network and disk before the server starts, so that what is wrong gets a plain line. */
final class Surroundings {
  private Surroundings() {}

  static boolean beyondLoopback(HttpSettings http) throws StartFault {
    return !address(http).isLoopbackAddress();
  }

  /** Whether others than this machine may reach it; if that cannot be told, they may. */
  static boolean othersReach(HttpSettings http) {
    try {
      return beyondLoopback(http);
    } catch (StartFault e) {
      return true;
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

  /** Of a file without any certificate the framework would make nothing, and tell nothing useful. */
  static void checkAuthorities(@Nullable Path file, String setting) throws StartFault {
    checkReadable(file, setting);
    try (InputStream in =
        file == null ? InputStream.nullInputStream() : Files.newInputStream(file)) {
      if (file != null
          && CertificateFactory.getInstance("X.509").generateCertificates(in).isEmpty()) {
        throw StartFault.outside(setting + ": " + file + " has no certificate in PEM");
      }
    } catch (IOException | CertificateException e) {
      throw StartFault.outside(
          setting + ": " + file + " has something else than certificates in PEM");
    }
  }

  /** A private key that others can read is no proof of anything. */
  static void checkPrivate(@Nullable Path key, String setting) throws StartFault {
    try {
      if (key != null && Files.isRegularFile(key) && Exposure.toEverybody(key)) {
        throw StartFault.outside(setting
            + ": everybody on this machine can read "
            + key
            + "; run chmod 600 on it, and replace it if somebody may have read it");
      }
    } catch (IOException e) {
      throw StartFault.outside(setting + ": who may read " + key + " cannot be told; look at it");
    }
  }

  /** Writes nothing, so that it can be told together with wrong settings. */
  static void checkAccessLog(HttpSettings http) throws StartFault {
    String where = http.accessLog();
    if (where.equals("off") || where.equals("stdout")) {
      return;
    }
    if (!canBeWritten(where)) {
      throw StartFault.outside("http.access-log: " + where
          + " cannot be written; give off, stdout or a file in a folder that is there");
    }
  }

  private static boolean canBeWritten(String where) {
    try {
      Path file = Path.of(where).toAbsolutePath();
      Path parent = file.getParent();
      return Files.exists(file)
          ? !Files.isDirectory(file) && Files.isWritable(file)
          : parent != null && Files.isDirectory(parent) && Files.isWritable(parent);
    } catch (InvalidPathException e) {
      return false;
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
