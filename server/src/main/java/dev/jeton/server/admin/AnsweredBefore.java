package dev.jeton.server.admin;

import dev.jeton.server.access.Problem;
import dev.jeton.server.admin.Acts.Done;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.IdempotencyKey;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import dev.jeton.server.store.KeptAnswer;
import dev.jeton.server.store.KeptAnswers;
import dev.jeton.server.store.SealedSecret;
import dev.jeton.server.store.Writing;
import dev.jeton.server.vault.SealIdentity;
import dev.jeton.server.vault.Sealer;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Gives a request that comes again under its {@code Idempotency-Key} the answer of the first. Answers
 * are kept sealed, because a new secret may be in them, and in the transaction of the act itself.
 */
final class AnsweredBefore {
  private static final Duration KEPT = Duration.ofHours(24);

  private final Sealer sealer;

  AnsweredBefore(Sealer sealer) {
    this.sealer = sealer;
  }

  Done<Answer> answer(Call call, Act act, Supplier<Done<Answer>> first) {
    String key = IdempotencyKey.of(call);
    if (key == null) {
      return first.get();
    }
    Writing writing = act.writing();
    String caller = call.caller().id();
    String requestKey = call.route() + " " + key;
    String fingerprint = call.pathParameters() + " " + call.body().fingerprint();
    Optional<KeptAnswer> kept = KeptAnswers.find(writing, caller, requestKey, act.now());
    if (kept.isPresent()) {
      if (!kept.get().fingerprint().equals(fingerprint)) {
        throw new Refused(new Problem(
            422,
            "idempotency-key-reused",
            "this " + IdempotencyKey.HEADER
                + " was used with another request; take a new key for a new request"));
      }
      byte[] opened =
          sealer.openBytes(kept.get().answer().blob(), SealIdentity.ofAnswer(caller, requestKey));
      return new Done<>(read(opened), List.of());
    }
    Done<Answer> done = first.get();
    byte[] blob =
        sealer.sealBytes(written(done.result()), SealIdentity.ofAnswer(caller, requestKey));
    KeptAnswer answer = new KeptAnswer(
        fingerprint, new SealedSecret(blob, sealer.dataKeyOf(blob)), act.now().plus(KEPT));
    if (!KeptAnswers.keep(writing, caller, requestKey, answer, act.now())) {
      throw new Refused(new Problem(
          409,
          "idempotency-key-busy",
          "the first request with this " + IdempotencyKey.HEADER
              + " is still under way; try again"));
    }
    return done;
  }

  private static byte[] written(Answer answer) {
    return Json.object(json -> json.put("status", answer.status())
            .put("body", answer.body().toString())
            .putEach(
                "headers",
                answer.headers().stream()
                    .<Consumer<Json>>map(header ->
                        one -> one.put("name", header.name()).put("value", header.value()))
                    .toList()))
        .getBytes();
  }

  private static Answer read(byte[] bytes) {
    Fields kept = Fields.of(Buffer.buffer(bytes));
    Answer answer =
        Answer.json((int) kept.whole("status", 200, 299), Buffer.buffer(kept.text("body")));
    for (Fields header : kept.objects("headers")) {
      answer = answer.with(header.text("name"), header.text("value"));
    }
    return answer;
  }
}
