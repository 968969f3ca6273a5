package dev.jeton.server.hub.admin;

import dev.jeton.server.admin.CommonMembers;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import dev.jeton.server.hub.IssuerSpec;
import dev.jeton.server.hub.TokenForm;
import dev.jeton.server.hub.TokenShape;
import dev.jeton.tokens.hub.HubToken;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An issuer as an operator writes it. */
final class IssuerForm {
  private static final String FORM = "tokenForm";
  private static final String LIFETIME = "tokenLifetimeSeconds";
  private static final String AUDIENCE = "audience";
  private static final String DEFAULT = "default";

  private IssuerForm() {}

  static IssuerSpec read(Fields spec) {
    spec.only(CommonMembers.NAME, FORM, LIFETIME, AUDIENCE, DEFAULT);
    Long lifetime =
        spec.wholeOrNull(LIFETIME, TokenShape.SHORTEST.toSeconds(), TokenShape.LONGEST.toSeconds());
    TokenShape tokens = new TokenShape(
        CommonMembers.word(spec, FORM, TokenShape.USUAL.form(), TokenForm::word),
        lifetime == null ? TokenShape.USUAL.lifetime() : Duration.ofSeconds(lifetime),
        audience(spec.textOrNull(AUDIENCE)));
    return new IssuerSpec(
        CommonMembers.name(spec.text(CommonMembers.NAME)), tokens, spec.truthOr(DEFAULT, false));
  }

  static void write(IssuerSpec spec, Json out) {
    out.put(CommonMembers.NAME, spec.name())
        .put(FORM, spec.tokens().form().word())
        .put(LIFETIME, spec.tokens().lifetime().toSeconds())
        .put(AUDIENCE, spec.tokens().audience())
        .put(DEFAULT, spec.marked());
  }

  private static String audience(@Nullable String text) {
    if (text == null) {
      return TokenShape.USUAL.audience();
    }
    if (!HubToken.isAudience(text)) {
      throw Refused.badRequest("wrong-member", AUDIENCE + " must be " + TokenShape.AUDIENCES);
    }
    return text;
  }
}
