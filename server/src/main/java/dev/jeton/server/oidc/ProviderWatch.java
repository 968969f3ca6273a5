package dev.jeton.server.oidc;

import dev.jeton.server.alerts.Condition;
import dev.jeton.server.alerts.NodeName;
import dev.jeton.server.alerts.Watch;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Tells of identity providers that do not answer as they should. */
@Singleton
final class ProviderWatch implements Watch {
  private final Providers providers;
  private final Supplier<String> node;

  @Inject
  ProviderWatch(Providers providers, NodeName node) {
    this(providers, node::get);
  }

  ProviderWatch(Providers providers, Supplier<String> node) {
    this.providers = providers;
    this.node = node;
  }

  @Override
  public List<Condition> look(Instant now) {
    List<Condition> all = new ArrayList<>();
    for (PublishedKeys one : providers.all()) {
      one.fault()
          .ifPresent(line -> all.add(Condition.here(
              "provider-fails",
              node.get() + ", " + one.provider().issuer(),
              line + "; its keys from before go on, and new ones are not known")));
    }
    return all;
  }
}
