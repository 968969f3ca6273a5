package dev.jeton.server.hub.admin;

import dev.jeton.server.access.Problem;
import dev.jeton.server.admin.Stored;
import dev.jeton.server.http.Refused;
import dev.jeton.server.hub.HubIssuers;
import dev.jeton.server.hub.IssuerSpec;
import dev.jeton.server.hub.KeptIssuer;
import dev.jeton.server.hub.TokenForm;
import dev.jeton.server.vault.KeyState;
import dev.jeton.server.vault.KeyVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What must hold between issuers: a key has one owner, once, and no name stands for two. */
final class IssuerChecks {
  private final HubIssuers held;

  IssuerChecks(HubIssuers held) {
    this.held = held;
  }

  void check(Stored<IssuerSpec> one, List<Stored<IssuerSpec>> all) {
    Set<String> seen = new HashSet<>();
    for (KeyVersion key : one.keys().live()) {
      if (!seen.add(label(key))) {
        throw taken("this issuer has that key already; give another");
      }
      if (one.keys().all().stream()
          .anyMatch(old -> old.state() == KeyState.REVOKED && label(old).equals(label(key)))) {
        throw taken("that key was revoked; give another, or leave it out to have one made");
      }
    }
    for (Stored<IssuerSpec> other : all) {
      if (!other.id().equals(one.id())
          && other.keys().live().stream().anyMatch(key -> seen.contains(label(key)))) {
        throw taken("the issuer " + other.spec().name() + " has that key; give another");
      }
    }
    held.own()
        .filter(own -> own.name().equalsIgnoreCase(one.spec().name()))
        .filter(own -> !hasKeyOf(own, one))
        .ifPresent(own -> {
          throw taken(
              "the name " + own.name() + " is that of the server's own issuer; give another,"
                  + " or adopt it: give the key in hub-issuer.key of the data folder");
        });
  }

  List<String> warnings(Stored<IssuerSpec> one, Instant now) {
    List<String> warnings = new ArrayList<>();
    if (one.keys().signing(now).isEmpty()) {
      warnings.add("no key signs now, so it issues nothing; activate or enable one");
    }
    if (one.spec().tokens().form() == TokenForm.HUB_EXACT) {
      warnings.add("its tokens have no end; whoever steals one keeps it");
    }
    if (hasAdopted(one)) {
      warnings.add(
          "hub-issuer.key in the data folder has a key of this issuer too; delete that file");
    }
    return warnings;
  }

  /** Otherwise the key would sign again at the next start, all by itself. */
  List<String> usedBy(Stored<IssuerSpec> one) {
    return hasAdopted(one)
        ? List.of(
            "hub-issuer.key in the data folder has a key of it and would become an issuer again;"
                + " delete that file and start the server again")
        : List.of();
  }

  private boolean hasAdopted(Stored<IssuerSpec> one) {
    return !one.isFixed() && held.own().filter(own -> hasKeyOf(own, one)).isPresent();
  }

  private static boolean hasKeyOf(KeptIssuer own, Stored<IssuerSpec> one) {
    return one.keys().all().stream()
        .anyMatch(key -> own.live().stream().anyMatch(mine -> mine.text().equals(label(key))));
  }

  private static Refused taken(String why) {
    return new Refused(new Problem(409, "taken", why));
  }

  private static String label(KeyVersion key) {
    return Objects.requireNonNullElse(key.label(), "");
  }
}
