package dev.jeton.server.sunbird;

import dev.jeton.server.policies.Asked;
import dev.jeton.server.policies.MintedPlatform;
import dev.jeton.server.policies.ReadyMade;
import dev.jeton.server.policies.Word;
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
    List<String> powers = new ArrayList<>();
    if (wish.lifetime().isEmpty()) {
      powers.add(Grant.NO_EXPIRY.word());
    }
    if (wish.request().isEmpty()) {
      powers.add(ANY_REQUEST);
    }
    if (!wish.claims().members().isEmpty()) {
      powers.add(FREE_CLAIMS);
    }
    long seconds = wish.lifetime().map(Duration::toSeconds).orElse(0L);
    return List.of(Asked.of(SunbirdTokens.PLATFORM, KIND, credential.name(), seconds)
        .with(Word.USER, wish.device().orElse(""))
        .with(Word.TO, wish.request().map(Qsh::target).orElse(""))
        .with(Word.ROLE, wish.request().map(HttpRequest::method).orElse(""))
        .powers(powers)
        .claims(wish.claims()));
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
