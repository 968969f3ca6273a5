package dev.jeton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.cli.Run.Result;
import dev.jeton.cli.console.SecretPrompt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FailuresTest {
  private static final SecretPrompt FAULTY = question -> {
    throw new IllegalStateException("inner words");
  };

  @Test
  void aFaultOfJetonIsOneLineWithoutItsInnerWords() {
    Result result = mint(Run.bare().answering(FAULTY));
    assertThat(result.status()).isEqualTo(3);
    assertThat(result.err())
        .isEqualTo("jeton: something went wrong inside"
            + " (IllegalStateException); JETON_DEBUG=1 shows where\n");
  }

  @Test
  void anErrorOfTheMachineIsOneLineToo() {
    Result result = mint(Run.bare().answering(question -> {
      throw new StackOverflowError();
    }));
    assertThat(result.status()).isEqualTo(3);
    assertThat(result.err()).startsWith("jeton: something went wrong inside (StackOverflowError)");
  }

  @Test
  void debugShowsTheTrace() {
    Result result = mint(Run.bare().answering(FAULTY).with("JETON_DEBUG", "1"));
    assertThat(result.err()).contains("IllegalStateException: inner words\n\tat ");
    assertThat(mint(Run.bare().answering(FAULTY).with("JETON_DEBUG", "0")).err())
        .doesNotContain("\tat ");
  }

  @Test
  void wrongUsageIsOneObjectForWhoeverAskedForJson() {
    Result missing =
        Run.withProject().jeton("mint", "agora", "rtc", "--uid", "1", "--json", "--channel");
    assertThat(missing.status()).isEqualTo(2);
    assertThat(missing.err()).isEmpty();
    assertThat(missing.line())
        .isEqualTo("{\"done\":false,\"code\":\"wrong-usage\","
            + "\"detail\":\"a value is missing: --channel C\"}");
    Result unfit = Run.withProject().jeton("mint", "agora", "rtc", "--uid", "1", "--json");
    assertThat(unfit.status()).isEqualTo(2);
    assertThat(unfit.line())
        .isEqualTo(
            "{\"done\":false,\"code\":\"wrong-usage\"," + "\"detail\":\"missing: --channel C\"}");
  }

  @Test
  void whatOnlyLooksLikeTheOptionAsksForNoJson() {
    Result result = Run.bare().jeton("inspect", "--", "--json", "more");
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith("jeton: ");
  }

  @Test
  void aTokenThatCouldNotBeWrittenIsAFault() {
    OutputStream closed = new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException("broken pipe");
      }
    };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(closed, true, StandardCharsets.UTF_8);
    int status =
        Run.withProject().jeton(out, err, "mint", "agora", "rtc", "--channel", "c", "--uid", "1");
    assertThat(status).isEqualTo(3);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("jeton: standard output was closed before all was written\n");
  }

  private static Result mint(Run run) {
    return run.jeton(
        "mint", "agora", "rtc", "--app-id", Run.APP_ID, "--channel", "c", "--uid", "1");
  }
}
