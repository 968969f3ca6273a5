package dev.jeton.server.http;

import io.vertx.core.AsyncResult;

/** What is left to do for a request that was let in and read: the guard's word, then the handler's. */
record Handling(Door door, Asking asking, Quotas quotas, Call call) {

  boolean isOffTheLoop() {
    return door.isOffTheLoop(call)
        || asking.opening().filter(Opening::isGuarded).isPresent();
  }

  Answer answer() {
    asking.opening().ifPresent(opening -> {
      opening.guard(call.presented());
      quotas.entry(opening);
    });
    return door.answer(call);
  }

  /** What became of it on a worker: an answer, or what was thrown. */
  static Answer result(AsyncResult<Answer> computed) {
    if (computed.succeeded()) {
      return computed.result();
    }
    throw computed.cause() instanceof RuntimeException thrown
        ? thrown
        : new IllegalStateException(computed.cause());
  }
}
