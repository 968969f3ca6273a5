package dev.jeton.server.sunbird;

import dev.jeton.server.policies.Asked;
import dev.jeton.server.policies.MintedPlatform;
import dev.jeton.server.policies.ReadyMade;
import dev.jeton.server.policies.Word;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.sunbird.HttpRequest;
import dev.jeton.tokens.sunbird.Qsh;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Sunbird as policies know it. */
@Singleton
final class SunbirdPolicies implements MintedPlatform {
  private static final String KIND = "jwt";

  /** Claims that the request chooses. */
  private static final String FREE_CLAIMS = "free-claims";

  /** A token that is bound to no single request. */
  private static final String ANY_REQUEST = "any-request";

  /**
   * A token; its user is the device, and it reaches one request where it is bound to one: what of the
   * URL is signed, for nothing else of it binds the token.
   */
  static List<Asked> asked(SunbirdCredential credential, Wish wish) {
    long seconds = wish.lifetime().map(Duration::toSeconds).orElse(0L);
    Asked asked = Asked.of(SunbirdTokens.PLATFORM, KIND, credential.name(), seconds)
        .with(Word.USER, wish.named().orElse(""))
        .with(Word.TO, wish.request().map(Qsh::target).orElse(""))
        .with(Word.ROLE, wish.request().map(HttpRequest::method).orElse(""))
        .claims(wish.said());
    return List.of(asked.powers(powers(asked, wish.claims())));
  }

  private static List<String> powers(Asked asked, JsonObject own) {
    List<String> powers = new ArrayList<>();
    if (asked.ttl() == 0) {
      powers.add(Grant.NO_EXPIRY.word());
    }
    if (asked.text(Word.TO).isEmpty()) {
      powers.add(ANY_REQUEST);
    }
    if (!own.members().isEmpty()) {
      powers.add(FREE_CLAIMS);
    }
    return powers;
  }

  @Override
  public List<String> implied(Asked asked) {
    return powers(asked, asked.claims());
  }

  @Override
  public String word() {
    return SunbirdTokens.PLATFORM;
  }

  @Override
  public List<String> powers() {
    return List.of(ANY_REQUEST, FREE_CLAIMS, Grant.NO_EXPIRY.word());
  }

  @Override
  public List<ReadyMade> readyMade() {
    return List.of(
        new ReadyMade(
            "sunbird-one-credential",
            "Tokens under the credentials that projects names, for any request, without claims of"
                + " the caller's choice.",
            List.of(SunbirdTokens.PLATFORM),
            "kind == 'jwt'",
            List.of(ANY_REQUEST),
            false),
        ReadyMade.of(
            "sunbird-read-only",
            SunbirdTokens.PLATFORM,
            "Tokens that are bound to one GET request.",
            "role == 'GET' && to != ''"));
  }
}
