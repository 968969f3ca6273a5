package dev.jeton.cli.agora;

import dev.jeton.cli.platform.Inspection;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.agora.AccessToken;
import dev.jeton.tokens.agora.AccessToken2;
import dev.jeton.tokens.agora.RawAccessToken;
import dev.jeton.tokens.agora.RawAccessToken2;
import java.util.Optional;
import java.util.function.Function;

/** Reads 007 and 006 tokens that nobody verified. */
final class AgoraInspector {
  static final String KIND_007 = "Agora " + AccessToken2.VERSION;
  static final String KIND_006 = "Agora " + AccessToken.VERSION;

  private AgoraInspector() {}

  static Optional<Inspection> inspect(String token) {
    if (token.startsWith(AccessToken2.VERSION)) {
      return Optional.of(inspection(KIND_007, RawAccessToken2.parse(token), Content007::new));
    }
    if (token.startsWith(AccessToken.VERSION)) {
      return Optional.of(inspection(KIND_006, RawAccessToken.parse(token), Content006::new));
    }
    return Optional.empty();
  }

  private static <T> Inspection inspection(
      String kind, Outcome<T> parsed, Function<T, Inspection.Content> content) {
    if (parsed instanceof Outcome.Accepted<T> accepted) {
      return new Inspection.Read(kind, content.apply(accepted.value()));
    }
    Outcome.Refused<T> refused = (Outcome.Refused<T>) parsed;
    return new Inspection.Damaged(kind, refused.reason(), refused.detail());
  }
}
