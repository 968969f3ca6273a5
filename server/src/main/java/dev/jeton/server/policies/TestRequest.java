package dev.jeton.server.policies;

import dev.jeton.server.http.Fields;
import dev.jeton.tokens.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Reads what would be asked for. */
final class TestRequest {
  static final long USUAL_SECONDS = 3600;

  private static final String TTL = "ttlSeconds";
  private static final long MOST_SECONDS = Integer.MAX_VALUE;

  private TestRequest() {}

  static Asked read(Fields request, Catalogue catalogue) {
    List<String> known = new ArrayList<>(List.of(Word.words()));
    known.addAll(List.of(Question.SERVICES, Question.POWERS, TTL, Question.CLAIMS));
    request.only(known.toArray(String[]::new));
    String platform = request.text(Word.PLATFORM.word());
    catalogue.checkPlatform(platform);
    List<String> powers = request.texts(Question.POWERS);
    powers.forEach(power -> catalogue.checkPower(power, List.of(platform)));
    Long ttl = request.wholeOrNull(TTL, 0, MOST_SECONDS);
    JsonObject claims = request.carriedOrNull(Question.CLAIMS);
    Asked asked = Asked.of(platform, "", "", ttl == null ? USUAL_SECONDS : ttl)
        .services(request.texts(Question.SERVICES))
        .powers(powers)
        .claims(claims == null ? JsonObject.empty() : claims);
    for (Word word : Word.values()) {
      String text = request.textOrNull(word.word());
      asked = text == null ? asked : asked.with(word, text);
    }
    return catalogue.complete(asked);
  }
}
