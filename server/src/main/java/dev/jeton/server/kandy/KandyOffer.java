package dev.jeton.server.kandy;

import dev.jeton.server.http.Offer;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the console says of Kandy at the start. */
@Singleton
final class KandyOffer implements Offer {
  private final KandyRealms realms;

  KandyOffer(KandyRealms realms) {
    this.realms = realms;
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (realms.all().isEmpty()) {
      lines.add("Kandy: no realm; set KANDY_REALM, KANDY_SECURITY_KEY (or ..._FILE), KANDY_CIPHER"
          + " and KANDY_TO");
      return lines;
    }
    for (KandyRealm realm : realms.all()) {
      lines.add(line(realm));
      if (realm.isLegacy()) {
        lines.add("  legacy: nothing protects ecb tokens against being cut and pasted; move realm "
            + realm.name()
            + " to cbc");
      }
    }
    lines.add("  GET /callparameters /token?identifier=   POST /api/v1/tokens/kandy: /q/openapi");
    return lines;
  }

  private String line(KandyRealm realm) {
    StringBuilder line = new StringBuilder("Kandy: realm ").append(realm.name());
    line.append(", ").append(realm.cipher().name().toLowerCase(Locale.ROOT));
    line.append(", convention ").append(realm.spec().convention());
    line.append(", tokens count for ")
        .append(realm.spec().window().duration().toSeconds())
        .append(" s");
    if (realm.spec().to().isEmpty()) {
      line.append(", nobody may be called (set KANDY_TO)");
    }
    if (realms.standard().filter(realm::equals).isPresent() && realms.all().size() > 1) {
      line.append(" (default)");
    }
    return line.toString();
  }
}
