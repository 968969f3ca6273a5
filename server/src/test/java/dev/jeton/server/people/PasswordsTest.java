package dev.jeton.server.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.server.http.Refused;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.SecretAccess;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {
  private static final PersonSpec ALICE =
      new PersonSpec("alice-in-wonderland", Optional.of("alice@wonder.example"), Set.of(), true);

  /** From the tests of the reference implementation of Argon2. */
  @Test
  void hashesOfOtherImplementationsAreRead() {
    byte[] text = ("$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$"
            + "nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4")
        .getBytes(StandardCharsets.US_ASCII);
    PasswordHash hash = PasswordHash.parse(text);
    assertThat(hash.matches(Secret.ofText("password"))).isTrue();
    assertThat(hash.matches(Secret.ofText("Password"))).isFalse();
  }

  @Test
  void aHashIsReadAsItWasWrittenAndSaltsDiffer() {
    Random random = new Random(1);
    Secret password = Secret.ofText("four random words");
    PasswordHash one = PasswordHash.of(password, random);
    byte[] text = one.text().reveal(SecretAccess.forCryptography());
    assertThat(new String(text, StandardCharsets.US_ASCII))
        .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(PasswordHash.parse(text)).isEqualTo(one);
    assertThat(PasswordHash.of(password, random).hash()).isNotEqualTo(one.hash());
  }

  @Test
  void nobodyHasAPassword() {
    Passwords passwords = new Passwords(new Random(1));
    assertThat(passwords.matches(Optional.empty(), Secret.ofText("anything at all")))
        .isFalse();
  }

  @Test
  void nobodyAndSomebodyTakeOneComputationEach() {
    List<PasswordHash> compared = new CopyOnWriteArrayList<>();
    Passwords passwords = new Passwords(new Random(1), (hash, given) -> !compared.add(hash));
    passwords.matches(Optional.empty(), Secret.ofText("anything at all"));
    assertThat(compared).containsExactly(PasswordHash.OF_NOBODY);
  }

  @Test
  void theNinthWhoWouldHaveToWaitIsToldToComeBack() throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    PasswordHash own = PasswordHash.of(Secret.ofText("an operator's"), new Random(2));
    Passwords passwords =
        new Passwords(new Random(1), (hash, given) -> hash.equals(own) || awaited(done));
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Boolean>> eight = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        eight.add(threads.submit(() -> passwords.matches(Optional.empty(), Secret.ofText("x"))));
      }
      long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
      while (passwords.inside() < 8 && System.nanoTime() < end) {
        Thread.onSpinWait();
      }
      assertThatThrownBy(() -> passwords.matches(Optional.empty(), Secret.ofText("x")))
          .isInstanceOfSatisfying(
              Refused.class, refused -> assertThat(refused.problem().status()).isEqualTo(503));
      assertThat(passwords.matchesOwn(Optional.of(own), Secret.ofText("x")))
          .as("whoever is signed in does not wait for strangers")
          .isTrue();
      done.countDown();
      for (Future<Boolean> one : eight) {
        assertThat(one.get()).isFalse();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static boolean awaited(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eleven char",
        "aaaaaaaaaaaa",
        "abababababab",
        "123456789012",
        "Alice-In-Wonderland",
        "ALICE@wonder.example",
        "nopqrstuvwxyzabc"
      })
  void whatIsShortPublishedOrTheNameIsNoPassword(String text) {
    assertThatThrownBy(() -> PasswordRules.chosen(text, ALICE)).isInstanceOf(Refused.class);
  }

  @Test
  void lengthIsCountedInCharactersAndHasAnEnd() {
    assertThat(PasswordRules.chosen("twelve chars", ALICE).length()).isEqualTo(12);
    assertThat(PasswordRules.chosen("\u00e4bcdefg hij\u00f6\u00fc", ALICE).length())
        .isEqualTo(16);
    assertThat(
            PasswordRules.chosen("abcdef ghijk".repeat(10) + "12345678", ALICE).length())
        .isEqualTo(128);
    assertThatThrownBy(() -> PasswordRules.chosen("abcdef ghijk".repeat(10) + "123456789", ALICE))
        .isInstanceOf(Refused.class);
  }

  @Test
  void theSameSignsTypedDifferentlyAreTheSamePassword() {
    assertThat(PasswordRules.given("u\u0308ber den wolken"))
        .isEqualTo(PasswordRules.given("\u00fcber den wolken"));
  }
}
