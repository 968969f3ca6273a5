package dev.jeton.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.WireClient.WireAnswer;
import dev.jeton.server.store.StoreSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Minting with a key while the database server is gone. */
class RepeatsWithoutStoreTest {
  private static final String KEY = "Idempotency-Key: order-7";
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z"));

  @Test
  void aRequestWithAKeyIsToldToComeAgainAndOneWithoutGetsItsToken() throws Exception {
    EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
    StoreSettings settings = new StoreSettings.Postgres(
        "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres",
        Optional.of("postgres"),
        Optional.empty());
    try (MintNode node = new MintNode(settings, CLOCK)) {
      assertThat(node.mint("lobby", KEY).status()).isEqualTo(200);
      postgres.close();
      WireAnswer refused = node.mint("lobby", KEY);
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.body()).contains("\"store-unavailable\"");
      assertThat(refused.header("Retry-After")).isNotNull();
      assertThat(node.mint("lobby").status()).isEqualTo(200);
      assertThat(node.audit.rows).hasSize(2);
      node.gone = true;
      assertThat(node.mint("lobby", KEY).body()).contains("\"store-unavailable\"");
    } finally {
      postgres.close();
    }
  }
}
