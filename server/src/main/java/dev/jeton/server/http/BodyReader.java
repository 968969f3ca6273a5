package dev.jeton.server.http;

import dev.jeton.server.access.Problem;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a JSON body, and stops as soon as it is clear that it will not be taken. */
final class BodyReader {
  private static final int MOST_TYPE_CHARACTERS = 200;
  private static final Pattern JSON = Pattern.compile(
      "application/json\\s*+(?:;\\s*+charset\\s*+=\\s*+\"?+utf-8\"?+\\s*+)?+;?+\\s*+",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  private final HttpServerRequest request;
  private final int most;
  private final Consumer<byte[]> whole;
  private final Consumer<Problem> refused;
  private final Buffer read = Buffer.buffer();
  private final Vertx vertx;
  private final long timer;
  private boolean done;

  private BodyReader(
      Vertx vertx,
      long millis,
      HttpServerRequest request,
      int most,
      Consumer<byte[]> whole,
      Consumer<Problem> refused) {
    this.vertx = vertx;
    timer = vertx.setTimer(millis, id -> late());
    this.request = request;
    this.most = most;
    this.whole = whole;
    this.refused = refused;
  }

  /** Calls one of the two, once, unless the client goes away before. */
  static void read(
      Vertx vertx,
      long millis,
      HttpServerRequest request,
      int most,
      Consumer<byte[]> whole,
      Consumer<Problem> refused) {
    Problem problem = refuse(request, most);
    if (problem == null) {
      new BodyReader(vertx, millis, request, most, whole, refused).start();
    } else {
      refused.accept(problem);
    }
  }

  /** Whether the request announces a body. */
  static boolean announced(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length == null
        ? request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null
            || (request.version() == HttpVersion.HTTP_2 && !request.isEnded())
        : !length.equals("0");
  }

  private static @Nullable Problem refuse(HttpServerRequest request, int most) {
    if (!announced(request)) {
      return missing();
    }
    String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    if (type == null
        || type.length() > MOST_TYPE_CHARACTERS
        || !JSON.matcher(type).matches()) {
      return new Problem(
          415, "wrong-content-type", "send the body as Content-Type: application/json");
    }
    if (request.getHeader(HttpHeaders.CONTENT_ENCODING) != null) {
      return new Problem(415, "wrong-content-encoding", "send the body without Content-Encoding");
    }
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length == null) {
      return null;
    }
    if (!DIGITS.matcher(length).matches()) {
      return Problem.badRequest("bad-content-length", "Content-Length must be a number");
    }
    return length.length() > 9 || Integer.parseInt(length) > most ? tooLarge(most) : null;
  }

  private void start() {
    request.exceptionHandler(gone -> finish());
    request.handler(this::chunk);
    request.endHandler(end -> end());
    if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
      request.response().writeContinue();
    }
  }

  private void chunk(Buffer chunk) {
    if (done) {
      return;
    }
    if (read.length() + chunk.length() > most) {
      finish();
      refused.accept(tooLarge(most));
    } else {
      read.appendBuffer(chunk);
    }
  }

  private void end() {
    if (done) {
      return;
    }
    finish();
    if (read.length() == 0) {
      refused.accept(missing());
    } else {
      whole.accept(read.getBytes());
    }
  }

  private void finish() {
    done = true;
    vertx.cancelTimer(timer);
  }

  private void late() {
    if (!done) {
      done = true;
      refused.accept(new Problem(
          408, "body-too-slow", "the body takes too long; send it at once after its headers"));
    }
  }

  private static Problem missing() {
    return Problem.badRequest("missing-body", "the body is missing; send a JSON object");
  }

  private static Problem tooLarge(int most) {
    return new Problem(
        413, "body-too-large", "the body is too large; send at most " + most + " bytes");
  }
}
