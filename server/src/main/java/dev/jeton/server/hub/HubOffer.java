package dev.jeton.server.hub;

import dev.jeton.server.http.Offer;
import dev.jeton.server.settings.Settings;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** What the console says of Hub at the start. */
@Singleton
final class HubOffer implements Offer {
  private final HubIssuers issuers;
  private final HubSettings settings;

  HubOffer(HubIssuers issuers, Settings settings) {
    this.issuers = issuers;
    this.settings = settings.get(HubSettings.class);
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (HubIssuer issuer : issuers.all()) {
      lines.add(line(issuer));
    }
    for (HubIssuer issuer : issuers.all()) {
      if (issuer.tokens().form() == TokenForm.HUB_EXACT) {
        lines.add("  compatibility switch hub-exact: tokens of issuer " + issuer.name()
            + " have no end; whoever steals one keeps it");
      }
    }
    lines.add("  POST /api/v1/tokens/hub/challenges, then /api/v1/tokens/hub   GET /hub/jwks.json");
    return lines;
  }

  private String line(HubIssuer issuer) {
    StringBuilder line = new StringBuilder("Hub: issuer ").append(issuer.name());
    line.append(", ").append(issuer.publicKey());
    if (settings.issuers().isEmpty()) {
      line.append(issuers.areNew() ? " (a new key: " : " (")
          .append(IssuerKeyFile.NAME)
          .append(" in the data folder)");
    }
    boolean isDefault =
        issuers.all().size() > 1 && issuers.standard().filter(issuer::equals).isPresent();
    return isDefault ? line.append(" (default)").toString() : line.toString();
  }
}
