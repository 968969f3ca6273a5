package dev.jeton.server.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.oidc.StandInProvider.Mood;
import dev.jeton.tokens.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PublishedKeysTest {
  private static final String KEYS = "/keys";
  private static final Signer OLD = Signer.p256("old");
  private static final Signer NEW = Signer.p256("new");

  private final StandInProvider provider = new StandInProvider(OLD);
  private final List<Runnable> background = new ArrayList<>();
  private long nanos;
  private final PublishedKeys keys = of(provider.provider());

  private PublishedKeys of(Provider one) {
    return new PublishedKeys(
        one, new ProviderClient(Duration.ofMillis(500)), background::add, () -> nanos);
  }

  @AfterEach
  void stop() {
    provider.close();
  }

  private void after(Duration time) {
    nanos += time.toNanos();
  }

  private void runBackground() {
    List.copyOf(background).forEach(Runnable::run);
    background.clear();
  }

  @Test
  void untilTheProviderWasAskedNoKeyIsKnownAndNobodyWaits() {
    assertThat(keys.find("old")).isEmpty();
    assertThat(provider.asked).isEmpty();
    runBackground();
    assertThat(keys.find("old")).isPresent();
  }

  @Test
  void aNewKeyIsFoundAfterATokenNamedIt() {
    keys.keepUp();
    provider.published.add(NEW);
    after(PublishedKeys.PAUSE);
    assertThat(keys.find("new")).isEmpty();
    runBackground();
    assertThat(keys.find("new")).isPresent();
    assertThat(keys.find("old")).isPresent();
  }

  @Test
  void aKeyThatIsNotPublishedAnyMoreIsForgottenWithTheNextRound() {
    keys.keepUp();
    provider.published.set(0, NEW);
    after(PublishedKeys.EVERY.minusNanos(1));
    keys.keepUp();
    assertThat(keys.find("old")).isPresent();
    after(Duration.ofNanos(1));
    keys.keepUp();
    assertThat(keys.find("old")).isEmpty();
    assertThat(keys.find("new")).isPresent();
  }

  @Test
  void aStormOfUnknownKeysAsksTheProviderOnceAMinute() {
    keys.keepUp();
    for (int i = 0; i < 1_000; i++) {
      assertThat(keys.find("random-" + i)).isEmpty();
    }
    assertThat(background).isEmpty();
    after(PublishedKeys.PAUSE);
    for (int i = 0; i < 1_000; i++) {
      assertThat(keys.find("random-" + i)).isEmpty();
    }
    assertThat(background).hasSize(1);
    runBackground();
    assertThat(provider.asked(KEYS)).isEqualTo(2);
    after(PublishedKeys.PAUSE.minusNanos(1));
    assertThat(keys.find("random")).isEmpty();
    assertThat(background).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(value = Mood.class, mode = EnumSource.Mode.EXCLUDE, names = "GOOD")
  void whateverGoesWrongTheKeysFromBeforeGoOn(Mood mood) {
    keys.keepUp();
    assertThat(keys.fault()).isEmpty();
    provider.mood = mood;
    after(PublishedKeys.EVERY);
    keys.keepUp();
    assertThat(keys.fault()).isPresent();
    assertThat(keys.find("old")).isPresent();
    assertThat(provider.asked("/elsewhere")).isZero();
  }

  @Test
  void aProviderThatIsGoneIsAskedAgainAfterAMinute() {
    keys.keepUp();
    provider.mood = Mood.FAULTY;
    after(PublishedKeys.EVERY);
    keys.keepUp();
    assertThat(keys.fault()).get().asString().contains("500 (server_error)");
    provider.mood = Mood.GOOD;
    after(PublishedKeys.PAUSE.minusNanos(1));
    keys.keepUp();
    assertThat(keys.fault()).isPresent();
    after(Duration.ofNanos(1));
    keys.keepUp();
    assertThat(keys.fault()).isEmpty();
  }

  @Test
  void operatorsAreToldWhichProviderFailsAndWhenItIsOver() {
    ProviderWatch watch = new ProviderWatch(new Providers(List.of(keys)), () -> "node1");
    assertThat(watch.look(Instant.EPOCH)).isEmpty();
    provider.mood = Mood.FAULTY;
    keys.keepUp();
    assertThat(watch.look(Instant.EPOCH)).singleElement().satisfies(one -> {
      assertThat(one.code()).isEqualTo("provider-fails");
      assertThat(one.subject()).isEqualTo("node1, " + provider.issuer());
    });
    provider.mood = Mood.GOOD;
    after(PublishedKeys.PAUSE);
    keys.keepUp();
    assertThat(watch.look(Instant.EPOCH)).isEmpty();
  }

  @Test
  void aProviderThatIsNotThereIsToldInPlainWords() {
    provider.close();
    keys.keepUp();
    assertThat(keys.fault()).get().asString().contains("cannot be reached");
  }

  @Test
  void aDocumentOfAnotherIssuerIsRefused() {
    provider.named = "https://id.example.com";
    keys.keepUp();
    assertThat(keys.fault()).get().asString().contains("names another issuer");
    assertThat(provider.asked(KEYS)).isZero();
  }

  @Test
  void aDocumentDoesNotSendUsToAnotherHostUnlessItIsSet() {
    provider.keysAt = "https://keys.example.com/keys";
    keys.keepUp();
    assertThat(keys.fault()).get().asString().contains("keys.example.com; if that is right");
    provider.keysAt = "http://192.0.2.7/keys";
    after(PublishedKeys.PAUSE);
    keys.keepUp();
    assertThat(keys.fault()).get().asString().contains("jwks_uri");
    assertThat(withHosts("keys.example.com").mayName(URI.create("https://Keys.example.com/keys")))
        .isTrue();
    assertThat(withHosts("keys.example.com").mayName(URI.create("http://keys.example.com")))
        .isFalse();
  }

  private Provider withHosts(String host) {
    Provider one = provider.provider();
    return new Provider(
        one.name(), one.issuer(), one.audiences(), Optional.empty(), List.of(host), one.client());
  }

  @Test
  void whereTheKeysAreCanBeSetAndThenNothingIsDiscovered() {
    Provider one = provider.provider();
    PublishedKeys set = of(new Provider(
        one.name(),
        one.issuer(),
        one.audiences(),
        Optional.of(URI.create(provider.keysAt)),
        List.of(),
        Optional.empty()));
    set.keepUp();
    assertThat(set.find("old")).isPresent();
    assertThat(provider.asked).containsOnlyKeys(KEYS);
  }

  @Test
  void keysThatSignNothingHereAreLeftOutAndASecretIsNone() {
    JsonObject encrypts = JsonObject.builder()
        .put("kty", "RSA")
        .put("kid", "enc")
        .put("use", "enc")
        .put("n", "AQAB")
        .put("e", "AQAB")
        .build();
    JsonObject secret = JsonObject.builder()
        .put("kty", "oct")
        .put("kid", "secret")
        .put("alg", "HS256")
        .put("k", "A".repeat(43))
        .build();
    provider.furtherKeys = List.of(encrypts, secret);
    keys.keepUp();
    assertThat(keys.fault()).isEmpty();
    assertThat(keys.find("old")).isPresent();
    assertThat(keys.find("enc")).isEmpty();
    assertThat(keys.find("secret")).isEmpty();
  }

  @Test
  void theOnlyKeyNeedsNoName() {
    keys.keepUp();
    assertThat(keys.find(null)).isPresent();
    provider.published.add(NEW);
    after(PublishedKeys.EVERY);
    keys.keepUp();
    assertThat(keys.find(null)).isEmpty();
  }

  @Test
  void aSetWithoutAnyKeyDoesNotTakeTheOldOnesAway() {
    keys.keepUp();
    provider.published.clear();
    after(PublishedKeys.EVERY);
    keys.keepUp();
    assertThat(keys.fault()).get().asString().contains("no key for RS256, ES256 or Ed25519");
    assertThat(keys.find("old")).isPresent();
  }
}
