package dev.jeton.server.http;

/** What {@code /} answers: one line for programs, a page for browsers. */
final class FrontPage {
  private static final String LINE =
      "Jeton, a token service. Its API is described at /q/openapi, its health at /q/health.\n";
  private static final Answer TEXT = Answer.text(200, LINE).with("Vary", "Accept");
  private static final Answer PAGE =
      WebPage.of(FrontPage.class, "front-page.html").with("Vary", "Accept");

  private FrontPage() {}

  static Answer answer(Call call) {
    String accept = call.header("Accept");
    return accept != null && accept.contains("text/html") ? PAGE : TEXT;
  }
}
