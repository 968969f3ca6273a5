package dev.jeton.server.api;

import dev.jeton.server.access.Need;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Door;
import dev.jeton.server.http.DoorRegistry;
import dev.jeton.server.http.Doors;
import dev.jeton.server.http.Json;
import dev.jeton.server.revocations.RevokedTokens;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.List;

/** {@code POST /api/v1/tokens/...}, one for each kind of token. */
@Singleton
final class TokensApi implements Doors {
  static final String PREFIX = "/api/v1/tokens/";

  private final List<TokenKind> kinds;
  private final Repeats repeats;
  private final RevokedTokens revoked;

  TokensApi(Instance<TokenKind> kinds, Repeats repeats, RevokedTokens revoked) {
    this.kinds = kinds.stream().toList();
    this.repeats = repeats;
    this.revoked = revoked;
  }

  @Override
  public void open(DoorRegistry doors) {
    for (TokenKind kind : kinds) {
      Door door = Door.post(PREFIX + kind.path(), Need.MINT, call -> mint(kind, call))
          .audited(kind.platform() + "-mint", kind.platform());
      doors.open(
          door.offTheLoopWhen(call -> kind.takesLong() || Repeats.waits(call) || kind.waits(call)));
    }
  }

  private Answer mint(TokenKind kind, Call call) {
    return repeats.answer(call, moment -> {
      Minted minted = kind.mint(call, call.body(), moment);
      if (moment.again() && revoked.refuses(kind.platform(), minted::facts)) {
        throw Repeats.revoked();
      }
      Answer answer = minted.headers().apply(Answer.json(200, Json.object(minted.members())));
      for (var row : minted.rows()) {
        answer = answer.audited(row);
      }
      return answer;
    });
  }
}
