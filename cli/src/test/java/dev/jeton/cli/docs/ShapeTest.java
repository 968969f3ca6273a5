package dev.jeton.cli.docs;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ShapeTest {

  private static final String ANSWER = "{\"uid\":7,\"token\":\"007eJx\",\"roles\":[\"a\"]}";

  @Test
  void anAnswerMatchesItself() {
    accepted(json(ANSWER, ""), ANSWER);
  }

  @Test
  void randomValuesMayDifferButNotTheirTypes() {
    String other = "{\"uid\":8,\"token\":\"007abc\",\"roles\":[\"a\"]}";

    accepted(json(ANSWER, "uid, token"), other);
    refused(json(ANSWER, "uid"), other, "/token");
    refused(json(ANSWER, "uid, token"), other.replace("8", "\"8\""), "type of a.md, line 1: /uid");
  }

  @Test
  void partOfATextValueMayBeLeftOut() {
    accepted(json("{\"token\":\"007…\"}", ""), "{\"token\":\"007abc\"}");
    refused(json("{\"token\":\"007…\"}", ""), "{\"token\":\"006abc\"}", "/token");
  }

  @Test
  void aMissingOrAddedKeyIsRefused() {
    refused(json(ANSWER, ""), "{\"uid\":7,\"token\":\"007eJx\"}", "keys of a.md, line 1");
    refused(json("{}", ""), ANSWER, "keys of a.md, line 1");
  }

  @Test
  void listsAreComparedOneByOne() {
    refused(json(ANSWER, ""), ANSWER.replace("\"a\"", "\"b\""), "/roles/0");
    refused(json(ANSWER, ""), ANSWER.replace("\"a\"", ""), "size of a.md, line 1: /roles");
  }

  @Test
  void whatIsNoJsonIsRefused() {
    refused(json(ANSWER, ""), "<html>", "the output is not JSON");
  }

  @Test
  void linesOfTextMayBeLeftOut() {
    accepted(
        text("HTTP/1.1 200 OK\n…\nx: …, b\n"), "HTTP/1.1 200 OK\r\ny: 1\r\nz: 2\r\nx: a, b\r\n");
    accepted(text("one\n…\ntwo"), "one\ntwo\n");
    refused(text("one\ntwo"), "one\nand\ntwo\n", "one");
    refused(text("one…"), "two one\n", "two");
  }

  private static Fence json(String shown, String random) {
    return new Fence("a.md", 1, "json", shown, Map.of("random", random));
  }

  private static Fence text(String shown) {
    return new Fence("a.md", 1, "text", shown, Map.of());
  }

  private static void accepted(Fence shown, String printed) {
    assertThatCode(() -> Shape.assertSame(shown, printed)).doesNotThrowAnyException();
  }

  private static void refused(Fence shown, String printed, String because) {
    assertThatThrownBy(() -> Shape.assertSame(shown, printed))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(because);
  }
}
