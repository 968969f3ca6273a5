package dev.jeton.server.boot;

import dev.jeton.server.access.AccessSettings;
import dev.jeton.server.http.HttpSettings;
import dev.jeton.server.http.Offer;
import dev.jeton.server.settings.DataSettings;
import dev.jeton.server.settings.Settings;
import dev.jeton.server.vault.VaultSettings;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

/** Says what the started server offers, and waits for its end. */
class Running implements QuarkusApplication {
  private static final Logger LOG = Logger.getLogger(Running.class);

  private final Settings settings;
  private final Instance<Offer> offers;

  @Inject
  Running(Settings settings, @Any Instance<Offer> offers) {
    this.settings = settings;
    this.offers = offers;
  }

  @Override
  public int run(String... args) {
    AccessSettings access = settings.get(AccessSettings.class);
    if (access.anonymous() == AccessSettings.Anonymous.ANYONE) {
      LOG.warn("access.anonymous is anyone: whoever reaches this server can have tokens");
    }
    if (access.corsOrigins().contains("*")) {
      LOG.warn("http.cors-origins is *: pages of any origin may ask, but only with a proof");
    }
    if (settings.get(VaultSettings.class) instanceof VaultSettings.InFile key
        && key.besideData()
        && Surroundings.othersReach(settings.get(HttpSettings.class))) {
      LOG.warn(key.file() + " lies beside the data that it protects: one copy of the folder takes"
          + " both; move it elsewhere and name it with JETON_MASTER_KEY_FILE");
    }
    Path folder = settings.get(DataSettings.class).folder();
    System.out.println("Jeton " + config("quarkus.application.version"));
    String address = address();
    inOneOrder(offers).forEach(offer -> offer.lines(address).forEach(System.out::println));
    System.out.println("data folder: " + folder);
    System.out.println("admin token: " + AdminToken.fileIn(folder));
    System.out.println("listening on " + address);
    System.out.flush();
    Quarkus.waitForExit();
    return 0;
  }

  /** The container knows none. */
  private static Stream<Offer> inOneOrder(Instance<Offer> offers) {
    return offers.stream().sorted(Comparator.comparing(offer -> offer.getClass().getName()));
  }

  private String address() {
    HttpSettings http = settings.get(HttpSettings.class);
    String port = config(http.tls() ? "quarkus.http.ssl-port" : "quarkus.http.port");
    return (http.tls() ? "https" : "http") + "://" + shownHost(http.host()) + ":" + port;
  }

  /** Loopback and "every address" are both reached as localhost from here. */
  private static String shownHost(String host) {
    return switch (host) {
      case "127.0.0.1", "::1", "0.0.0.0", "::" -> "localhost";
      default -> host.contains(":") ? "[" + host + "]" : host;
    };
  }

  private static String config(String name) {
    return ConfigProvider.getConfig().getValue(name, String.class);
  }
}
