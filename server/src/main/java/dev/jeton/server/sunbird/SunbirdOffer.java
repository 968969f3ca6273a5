package dev.jeton.server.sunbird;

import dev.jeton.server.http.Offer;
import dev.jeton.tokens.sunbird.Profile;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** What the console says of Sunbird at the start. */
@Singleton
final class SunbirdOffer implements Offer {
  private final SunbirdCredentials credentials;

  SunbirdOffer(SunbirdCredentials credentials) {
    this.credentials = credentials;
  }

  @Override
  public List<String> lines() {
    if (credentials.all().isEmpty()) {
      return List.of("Sunbird: no credential; set SUNBIRD_KEY and SUNBIRD_SECRET (or ..._FILE)");
    }
    List<String> lines = new ArrayList<>();
    credentials.all().forEach(credential -> lines.add(line(credential)));
    lines.add("  POST /api/v1/tokens/sunbird: /q/openapi");
    return lines;
  }

  private String line(SunbirdCredential credential) {
    StringBuilder line = new StringBuilder("Sunbird: credential ").append(credential.name());
    line.append(", key ").append(credential.key());
    line.append(", ")
        .append(credential.credential().verificationKey().algorithm().word());
    if (credential.signingKey().isEmpty()) {
      line.append(", verifies only");
    }
    if (credential.credential().profile() == Profile.LEGACY) {
      line.append(", legacy profile: takes tokens without an end");
    }
    if (credential.grants().contains(Grant.NO_EXPIRY)) {
      line.append(", mints tokens without an end (no-expiry)");
    }
    if (credentials.standard().filter(credential::equals).isPresent()
        && credentials.all().size() > 1) {
      line.append(" (default)");
    }
    return line.toString();
  }
}
