package dev.jeton.server.api;

import dev.jeton.server.access.Need;
import dev.jeton.server.access.Problem;
import dev.jeton.server.audit.AuditRow;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Door;
import dev.jeton.server.http.DoorRegistry;
import dev.jeton.server.http.Doors;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import dev.jeton.server.revocations.RevokedTokens;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * {@code POST /api/v1/tokens/batch}: a list of mint requests, one answer each. An item names {@code
 * platform} and {@code kind} besides the members of its own request; one that is refused does not
 * touch the others. Limits count each, and refuse all together.
 */
@Singleton
final class BatchApi implements Doors {
  static final int MOST = 100;

  private static final String LIST = "requests";

  private final Map<String, TokenKind> byPath = new TreeMap<>();
  private final Repeats repeats;
  private final RevokedTokens revoked;

  BatchApi(Instance<TokenKind> kinds, Repeats repeats, RevokedTokens revoked) {
    kinds.forEach(kind -> byPath.put(kind.path(), kind));
    this.repeats = repeats;
    this.revoked = revoked;
  }

  @Override
  public void open(DoorRegistry doors) {
    doors.open(Door.post(TokensApi.PREFIX + "batch", Need.MINT, this::batch)
        .listAs(LIST)
        .offTheLoop()
        .audited("batch-mint", null));
  }

  private Answer batch(Call call) {
    List<Fields> requests = call.body().only(LIST).objects(LIST);
    if (requests.isEmpty() || requests.size() > MOST) {
      throw Refused.badRequest("wrong-batch", "a batch is a list of 1 to " + MOST + " requests");
    }
    call.countMore(requests.size() - 1);
    return repeats.answer(call, moment -> call.countTogether(() -> answer(call, requests, moment)));
  }

  private Answer answer(Call call, List<Fields> requests, MintMoment moment) {
    List<Consumer<Json>> answers = new ArrayList<>(requests.size());
    List<AuditRow> rows = new ArrayList<>(requests.size());
    Set<Answer.Header> marks = new LinkedHashSet<>();
    boolean withdrawn = false;
    for (Fields request : requests) {
      try {
        TokenKind kind = kind(request);
        Minted minted = kind.mint(call, request.without("platform", "kind"), moment);
        withdrawn |= moment.again() && revoked.refuses(kind.platform(), minted::facts);
        answers.add(json -> minted.members().accept(json.put("status", 200)));
        rows.addAll(minted.rows());
        marks.addAll(minted.marks());
      } catch (Refused e) {
        answers.add(json -> problem(json, e.problem()));
        rows.add(call.row("refused", e.exactCode(), e.details()).about(e.people()));
      }
    }
    if (withdrawn) {
      throw Repeats.revoked();
    }
    Answer answer = Answer.json(200, Json.list(answers)).withRows(rows);
    for (Answer.Header mark : marks) {
      answer = answer.with(mark.name(), mark.value());
    }
    return answer;
  }

  private TokenKind kind(Fields request) {
    String platform = request.text("platform");
    String kind = request.textOrNull("kind");
    TokenKind found = byPath.get(kind == null ? platform : platform + "/" + kind);
    if (found == null) {
      throw Refused.badRequest(
          "unknown-kind", "platform and kind must be one of " + String.join(", ", byPath.keySet()));
    }
    return found;
  }

  private static void problem(Json json, Problem problem) {
    json.put("status", problem.status())
        .put("code", problem.code())
        .put("detail", problem.detail());
  }
}
