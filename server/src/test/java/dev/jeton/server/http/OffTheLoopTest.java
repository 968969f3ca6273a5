package dev.jeton.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.WireClient.WireAnswer;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OffTheLoopTest {
  private final TestServer server = new TestServer(TestServer.USUAL);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aHandlerThatComputesForLongHoldsUpNoEventLoop() throws IOException {
    assertThat(server.client.get("/loop").body()).isEqualTo("loop");
    assertThat(server.client.get("/worker").body()).isEqualTo("worker");
  }

  @Test
  void itsRowsAreOnTheDiskBeforeItsAnswerToo() throws IOException {
    server.audit.broken = true;
    assertThat(server.client.get("/worker").status()).isEqualTo(503);
    server.audit.broken = false;
    assertThat(server.client.get("/worker").status()).isEqualTo(200);
    assertThat(server.audit.rows).hasSize(1);
  }

  @Test
  void whatItRefusesIsAnsweredAndRecordedAsElsewhere() throws IOException {
    WireAnswer answer = server.client.get("/worker/forbidden");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("not-allowed");
    assertThat(server.audit.rows).singleElement().matches(row -> "not-allowed".equals(row.code()));
  }
}
