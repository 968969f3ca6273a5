package dev.jeton.server.oidc;

import java.util.List;
import java.util.Optional;

/** All providers, each with what it published. */
final class Providers {
  private final List<PublishedKeys> all;

  Providers(List<PublishedKeys> all) {
    this.all = List.copyOf(all);
  }

  List<PublishedKeys> all() {
    return all;
  }

  Optional<PublishedKeys> ofIssuer(String issuer) {
    return all.stream().filter(one -> one.provider().issuer().equals(issuer)).findFirst();
  }

  Optional<PublishedKeys> named(String name) {
    return all.stream().filter(one -> one.provider().name().equals(name)).findFirst();
  }
}
