package dev.jeton.server.boot;

import dev.jeton.server.admin.Collision;
import dev.jeton.server.http.HttpSettings;
import dev.jeton.server.vault.KeyFile;
import java.net.BindException;

/** Something keeps the server from starting; told in one plain line. */
final class StartFault extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean setting;

  private StartFault(String line, boolean setting) {
    super(line);
    this.setting = setting;
  }

  /** The file system or the network does not let it. */
  static StartFault outside(String line) {
    return new StartFault(line, false);
  }

  /** The settings do not let it. */
  static StartFault setting(String line) {
    return new StartFault(line, true);
  }

  boolean isSetting() {
    return setting;
  }

  String line() {
    return String.valueOf(getMessage());
  }

  /** The line for a fault that came from the framework; its own texts are no help to anybody. */
  static String lineFor(Throwable fault, HttpSettings http) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException) {
        return Surroundings.cannotListen(http);
      }
      if (cause instanceof KeyFile.Unusable unusable) {
        return unusable.line();
      }
      if (cause instanceof Collision collision) {
        return collision.line();
      }
    }
    return http.tls()
        ? "the server cannot start; check that http.tls-certificate and http.tls-key are PEM files"
            + " and belong together"
        : "the server cannot start: " + fault.getClass().getSimpleName();
  }
}
