package dev.jeton.server.sunbird;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.admin.Stored;
import dev.jeton.server.vault.KeyVersions;
import dev.jeton.tokens.jwt.Algorithm;
import dev.jeton.tokens.sunbird.Profile;
import dev.jeton.tokens.sunbird.SecretEncoding;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SunbirdConsumersTest {
  private final SunbirdConsumers consumers = new SunbirdConsumers();

  @Test
  void aCredentialWhoseConsumerIsOffOrNotThereDoesNotCount() {
    consumers.hold(List.of(consumer("on", true), consumer("off", false)));
    assertThat(consumers.stopsUseOf(credential(Optional.empty()))).isFalse();
    assertThat(consumers.stopsUseOf(credential(Optional.of("on")))).isFalse();
    assertThat(consumers.stopsUseOf(credential(Optional.of("off")))).isTrue();
    assertThat(consumers.stopsUseOf(credential(Optional.of("gone")))).isTrue();
  }

  private static Stored<ConsumerSpec> consumer(String name, boolean enabled) {
    ConsumerSpec spec = new ConsumerSpec(name, List.of(), Optional.empty(), enabled);
    return Stored.fixed(name, spec, KeyVersions.NONE, Map.of());
  }

  private static CredentialSpec credential(Optional<String> consumer) {
    return new CredentialSpec(
        "key",
        "name",
        consumer,
        Optional.empty(),
        Algorithm.HS256,
        Profile.STRICT,
        SecretEncoding.UTF8,
        Duration.ofMinutes(5),
        Set.of(),
        Optional.empty(),
        false);
  }
}
