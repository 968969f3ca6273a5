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
import dev.jeton.server.vault.CannotOpen;
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

  /** Sealed with the answer, because a secret that was sent is in it. */
  private static final String FINGERPRINT = "fingerprint";

  /** What stands in the column of the fingerprint. */
  private static final String SEALED = "sealed";

  private final Sealer sealer;

  AnsweredBefore(Sealer sealer) {
    this.sealer = sealer;
  }

  Done<Answer> answer(Call call, Act act, Supplier<Done<Answer>> work) {
    String key = IdempotencyKey.of(call);
    if (key == null) {
      return work.get();
    }
    Writing writing = act.writing();
    String caller = call.caller().key();
    String requestKey = call.route() + " " + key;
    String fingerprint = call.fingerprint();
    Optional<KeptAnswer> kept = KeptAnswers.find(writing, caller, requestKey, act.now());
    if (kept.isPresent()) {
      Fields first = opened(kept.get(), SealIdentity.ofAnswer(caller, requestKey));
      if (!first.text(FINGERPRINT).equals(fingerprint)) {
        throw new Refused(new Problem(
            422,
            "idempotency-key-reused",
            "this " + IdempotencyKey.HEADER
                + " was used with another request; take a new key for a new request"));
      }
      return new Done<>(read(first), List.of());
    }
    Done<Answer> done = work.get();
    byte[] blob = sealer.sealBytes(
        written(done.result(), fingerprint), SealIdentity.ofAnswer(caller, requestKey));
    KeptAnswer answer = new KeptAnswer(
        SEALED, new SealedSecret(blob, sealer.dataKeyOf(blob)), act.now().plus(KEPT));
    if (!KeptAnswers.keep(writing, caller, requestKey, answer, act.now())) {
      throw new Refused(new Problem(
          409,
          "idempotency-key-busy",
          "the first request with this " + IdempotencyKey.HEADER
              + " is still under way; try again"));
    }
    return done;
  }

  private Fields opened(KeptAnswer kept, String identity) {
    try {
      return Fields.of(Buffer.buffer(sealer.openBytes(kept.answer().blob(), identity)));
    } catch (CannotOpen e) {
      throw new Refused(new Problem(
          409,
          "kept-answer-lost",
          "the first request with this " + IdempotencyKey.HEADER
              + " was done, but its answer cannot be opened with the keys that are here; look at"
              + " what it made, and take a new key for another request"));
    }
  }

  private static byte[] written(Answer answer, String fingerprint) {
    return Json.object(json -> json.put(FINGERPRINT, fingerprint)
            .put("status", answer.status())
            .put("body", answer.body().toString())
            .putEach(
                "headers",
                answer.headers().stream()
                    .<Consumer<Json>>map(header ->
                        one -> one.put("name", header.name()).put("value", header.value()))
                    .toList()))
        .getBytes();
  }

  private static Answer read(Fields kept) {
    int status = (int) kept.whole("status", 200, 299);
    String body = kept.text("body");
    Answer answer =
        body.isEmpty() ? Answer.empty(status) : Answer.json(status, Buffer.buffer(body));
    for (Fields header : kept.objects("headers")) {
      answer = answer.with(header.text("name"), header.text("value"));
    }
    return answer;
  }
}
