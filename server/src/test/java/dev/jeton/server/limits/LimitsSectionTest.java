package dev.jeton.server.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.settings.LiveSettings;
import dev.jeton.server.settings.SectionReading;
import dev.jeton.tokens.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsSectionTest {
  private final LiveSettings settings = new LiveSettings(new LimitsSection().live(), Map.of());

  @Test
  void theDefaultsLimitEverybodyButThoseInside() {
    assertThat(Rates.read(settings))
        .isEqualTo(new Rates(
            Map.of(
                Limit.MINT, 600,
                Limit.VERIFY, 6000,
                Limit.ADMINISTER, 600,
                Limit.NETWORK, 60,
                Limit.USER, 60,
                Limit.REQUESTER, 120,
                Limit.WRONG_PROOFS, 20,
                Limit.SIGN_IN, 20),
            false));
  }

  @Test
  void everyLimitCanBeChangedWhileTheServerRuns() {
    settings.hold(Map.of(
        "limits.mint-per-caller", List.of("1"),
        "limits.verify-per-caller", List.of("2"),
        "limits.administer-per-caller", List.of("3"),
        "limits.requests-per-network", List.of("4"),
        "limits.tokens-per-user", List.of("5"),
        "limits.wrong-proofs-per-network", List.of("0"),
        "limits.sign-ins-per-network", List.of("6"),
        "limits.inside", List.of("true")));
    assertThat(Rates.read(settings))
        .isEqualTo(new Rates(
            Map.of(
                Limit.MINT, 1,
                Limit.VERIFY, 2,
                Limit.ADMINISTER, 3,
                Limit.NETWORK, 4,
                Limit.USER, 5,
                Limit.REQUESTER, 120,
                Limit.WRONG_PROOFS, 0,
                Limit.SIGN_IN, 6),
            true));
  }

  @Test
  void aRedisIsReadWithWhatLetsOneIn(@TempDir Path folder) {
    RedisSettings redis = read(folder, "rediss://jeton:a%3Ab%2Fc@redis.example.com/4");
    assertThat(redis.address()).isEqualTo("rediss://redis.example.com:6379");
    assertThat(redis.user()).contains("jeton");
    assertThat(redis.password()).contains(Secret.ofText("a:b/c"));
    assertThat(redis.database()).isEqualTo(4);
    assertThat(redis.prefix()).isEqualTo("jeton");
    assertThat(redis.toString()).doesNotContain("a:b/c");
    assertThat(read(folder, "redis://:word@127.0.0.1:6380").user()).isEmpty();
    assertThat(read(folder, "redis://localhost").password()).isEmpty();
  }

  private static RedisSettings read(Path folder, String url) {
    return SectionReading.read(new LimitsSection(), folder, Map.of("JETON_LIMITS_REDIS", url))
        .redis()
        .orElseThrow();
  }

  @Test
  void aRedisMayBeGivenAsAFile(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("redis"), "redis://:word@localhost\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThat(SectionReading.read(
                new LimitsSection(), folder, Map.of("JETON_REDIS_URL_FILE", file.toString()))
            .redis())
        .isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "p4ss@redis",
        "http://:p4ss@redis",
        "redis://p4ss@redis",
        "redis://user:@p4ss",
        "redis://:p4ss@redis/x",
        "redis://:p4ss@redis/0?tls=false",
        "redis://:p4ss@red is",
        "redis:p4ss",
        "redis://"
      })
  void whatIsNoRedisIsRefusedAndNotShown(String url, @TempDir Path folder) {
    List<String> faults =
        SectionReading.faults(new LimitsSection(), folder, Map.of("JETON_LIMITS_REDIS", url));
    assertThat(faults).anyMatch(line -> line.contains("limits.redis"));
    assertThat(faults).noneMatch(line -> line.contains("p4ss"));
  }

  @Test
  void aSignerIsForARedisWithTls(@TempDir Path folder) throws Exception {
    Map<String, String> signer = Map.of("JETON_LIMITS_REDIS_CA", "none.pem");
    assertThat(SectionReading.faults(new LimitsSection(), folder, signer))
        .anyMatch(line -> line.contains("none is named"));
    Map<String, String> plain =
        Map.of("JETON_LIMITS_REDIS_CA", "none.pem", "JETON_LIMITS_REDIS", "redis://localhost");
    assertThat(SectionReading.faults(new LimitsSection(), folder, plain))
        .anyMatch(line -> line.contains("without TLS"));
    Map<String, String> missing =
        Map.of("JETON_LIMITS_REDIS_CA", "none.pem", "JETON_LIMITS_REDIS", "rediss://localhost");
    assertThat(SectionReading.faults(new LimitsSection(), folder, missing))
        .anyMatch(line -> line.contains("cannot be read"));
  }
}
