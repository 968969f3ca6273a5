package dev.jeton.server.people;

import dev.jeton.server.access.AccessSettings;
import dev.jeton.server.http.HttpSettings;
import dev.jeton.server.settings.DataSettings;
import dev.jeton.server.settings.Network;
import dev.jeton.server.settings.Settings;
import java.io.Console;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where this server runs, as far as it matters to whoever is to become the first operator.
 *
 * @param folder the data folder
 * @param isReadBySomebody whether what it prints goes to a terminal, and not into a log
 * @param hasLocalCallers whether any request can be one of this machine
 */
record Surroundings(Path folder, boolean isReadBySomebody, boolean hasLocalCallers) {
  private static final List<Path> IN_CONTAINERS =
      List.of(Path.of("/.dockerenv"), Path.of("/run/.containerenv"));

  static Surroundings of(Settings settings) {
    AccessSettings access = settings.get(AccessSettings.class);
    boolean proxied = access.trustedProxies().stream().anyMatch(Surroundings::hasLoopback);
    boolean onLoopback = isLoopback(settings.get(HttpSettings.class).host());
    return new Surroundings(
        settings.get(DataSettings.class).folder(),
        isTerminal(System.console()),
        !proxied && (onLoopback || !isContainer()));
  }

  private static boolean hasLoopback(Network network) {
    return network.contains("127.0.0.1") || network.contains("::1");
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost") || Network.isLoopback(host);
  }

  /** There, whoever is outside comes from another address, and nobody opens a browser inside. */
  private static boolean isContainer() {
    return System.getenv("KUBERNETES_SERVICE_HOST") != null
        || IN_CONTAINERS.stream().anyMatch(Files::exists);
  }

  /** Since Java 22 there is a console without a terminal too, which tells that it is one. */
  private static boolean isTerminal(@Nullable Console console) {
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}
