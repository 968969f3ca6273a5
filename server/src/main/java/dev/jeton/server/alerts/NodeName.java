package dev.jeton.server.alerts;

import dev.jeton.server.access.AccessSettings;
import dev.jeton.server.settings.Settings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** What operators call this machine. */
@Singleton
public class NodeName {
  private final Settings settings;
  private volatile @Nullable String name;

  @Inject
  NodeName(Settings settings) {
    this.settings = settings;
  }

  /** The host's name, which may take a moment to find the first time. */
  public String get() {
    String known = name;
    if (known == null) {
      known = find();
      name = known;
    }
    return known;
  }

  private String find() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return settings.get(AccessSettings.class).publicNames().stream()
          .findFirst()
          .orElse("localhost");
    }
  }
}
