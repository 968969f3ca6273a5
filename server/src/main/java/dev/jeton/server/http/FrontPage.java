package dev.jeton.server.http;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** What {@code /} answers: one line for programs, a page for browsers. */
final class FrontPage {
  private static final String LINE =
      "Jeton, a token service. Its API is described at /q/openapi, its health at /q/health.\n";
  private static final String POLICY =
      "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";
  private static final Answer TEXT = Answer.text(200, LINE).with("Vary", "Accept");
  private static final Answer PAGE = page();

  private FrontPage() {}

  static Answer answer(Call call) {
    String accept = call.header("Accept");
    return accept != null && accept.contains("text/html") ? PAGE : TEXT;
  }

  private static Answer page() {
    try (InputStream in = FrontPage.class.getResourceAsStream("front-page.html")) {
      if (in == null) {
        throw new IllegalStateException("front-page.html is not in the program");
      }
      Buffer page = Buffer.buffer(in.readAllBytes());
      return Answer.of(200, "text/html; charset=utf-8", page)
          .with("Vary", "Accept")
          .with("Content-Security-Policy", POLICY.formatted(StyleHash.of(page.toString())))
          .with("Referrer-Policy", "no-referrer");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
