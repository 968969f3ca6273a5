package dev.jeton.server.hub;

import dev.jeton.server.http.Offer;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** What the console says of Hub at the start. */
@Singleton
final class HubOffer implements Offer {
  private static final int MOST = 10;

  private final HubIssuers issuers;
  private final InstantSource clock;

  HubOffer(HubIssuers issuers, InstantSource clock) {
    this.issuers = issuers;
    this.clock = clock;
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    List<KeptIssuer> shown =
        issuers.all().subList(0, Math.min(MOST, issuers.all().size()));
    shown.forEach(issuer -> lines.add(line(issuer)));
    if (issuers.all().size() > shown.size()) {
      lines.add("  and " + (issuers.all().size() - shown.size()) + " more issuers");
    }
    for (KeptIssuer issuer : issuers.all()) {
      if (issuer.tokens().form() == TokenForm.HUB_EXACT) {
        lines.add("  compatibility switch hub-exact: tokens of issuer " + issuer.name()
            + " have no end; whoever steals one keeps it");
      }
    }
    lines.add("  POST /api/v1/tokens/hub/challenges, then /api/v1/tokens/hub   GET /hub/jwks.json");
    return lines;
  }

  private String line(KeptIssuer issuer) {
    StringBuilder line = new StringBuilder("Hub: issuer ").append(issuer.name());
    line.append(", ")
        .append(issuer
            .signing(clock.instant())
            .map(signing -> signing.publicKey().text())
            .orElse("no key signs now"));
    if (issuers.own().filter(issuer::equals).isPresent()) {
      line.append(issuers.areNew() ? " (a new key: " : " (")
          .append(IssuerKeyFile.NAME)
          .append(" in the data folder)");
    }
    boolean isDefault = issuers.all().size() > 1 && issuers.isStandard(issuer);
    return isDefault ? line.append(" (default)").toString() : line.toString();
  }
}
