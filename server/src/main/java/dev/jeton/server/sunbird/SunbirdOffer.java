package dev.jeton.server.sunbird;

import dev.jeton.server.http.Offer;
import dev.jeton.tokens.sunbird.Profile;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** What the console says of Sunbird at the start. */
@Singleton
final class SunbirdOffer implements Offer {
  private static final int MOST_LINES = 20;

  private final SunbirdCredentials credentials;

  SunbirdOffer(SunbirdCredentials credentials) {
    this.credentials = credentials;
  }

  @Override
  public List<String> lines() {
    if (credentials.all().isEmpty()) {
      return List.of("Sunbird: no credential; set SUNBIRD_KEY and SUNBIRD_SECRET (or ..._FILE), or"
          + " make one with jeton sunbird credential create");
    }
    List<SunbirdCredential> all = credentials.all();
    List<String> lines = new ArrayList<>();
    all.stream().limit(MOST_LINES).forEach(credential -> lines.add(line(credential)));
    if (all.size() > MOST_LINES) {
      lines.add("Sunbird: " + (all.size() - MOST_LINES) + " more credentials; of all, "
          + all.stream().filter(SunbirdOffer::isLegacy).count() + " take and "
          + all.stream().filter(SunbirdOffer::mintsWithoutEnd).count()
          + " mint tokens without an end");
    }
    lines.add("  POST /api/v1/tokens/sunbird: /q/openapi");
    return lines;
  }

  private String line(SunbirdCredential credential) {
    CredentialSpec spec = credential.spec();
    StringBuilder line = new StringBuilder("Sunbird: credential ").append(spec.name());
    line.append(", key ").append(spec.key());
    line.append(", ").append(spec.algorithm().word());
    if (spec.verifiesOnly()) {
      line.append(", verifies only");
    }
    if (isLegacy(credential)) {
      line.append(", legacy profile: takes tokens without an end");
    }
    if (mintsWithoutEnd(credential)) {
      line.append(", mints tokens without an end (no-expiry)");
    }
    if (credentials.standard().filter(credential::equals).isPresent()
        && credentials.all().size() > 1) {
      line.append(" (default)");
    }
    return line.toString();
  }

  private static boolean isLegacy(SunbirdCredential credential) {
    return credential.spec().profile() == Profile.LEGACY;
  }

  private static boolean mintsWithoutEnd(SunbirdCredential credential) {
    return credential.spec().grants().contains(Grant.NO_EXPIRY);
  }
}
