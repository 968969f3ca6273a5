package dev.jeton.server.kandy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.server.access.Asker;
import dev.jeton.server.store.Database;
import dev.jeton.server.store.Dialect;
import dev.jeton.server.store.SharedMarks;
import dev.jeton.server.store.Stores;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.kandy.Convention;
import dev.jeton.tokens.kandy.Identity;
import dev.jeton.tokens.kandy.IssuedTriple;
import dev.jeton.tokens.kandy.IvUse;
import dev.jeton.tokens.kandy.KandyCipher;
import dev.jeton.tokens.kandy.Parties;
import dev.jeton.tokens.kandy.Triple;
import dev.jeton.tokens.kandy.TripleIssuer;
import dev.jeton.tokens.kandy.VerifiedTriple;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What realms make of sets that were issued elsewhere, mixed or used. */
class SetRegisterTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final SetTracking ISSUED_ONLY = new SetTracking(true, false);
  private static final SetTracking SINGLE_USE = new SetTracking(false, true);

  private final Random random = new Random(7);
  private final Database database;
  private final SetRegister register;

  SetRegisterTest(@TempDir Path folder) {
    database = Stores.database(Dialect.SQLITE, folder);
    register = Realms.register(database, CLOCK);
    register.shared().forEach(SharedMarks::load);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private IssuedTriple issue(KandyCipher cipher) {
    Identity help = Identity.of("help@example.com");
    return new TripleIssuer(Realms.key(cipher), random, IvUse.PER_TOKEN)
        .issue(new Parties(help, Convention.ANONYMOUS, help), NOW);
  }

  private IssuedTriple registered(KandyCipher cipher) {
    IssuedTriple set = issue(cipher);
    register.register(set, set.expiresAt(Realms.DURATION));
    return set;
  }

  private static VerifiedTriple verified(KandyRealm realm, Triple tokens) {
    return ((Outcome.Accepted<VerifiedTriple>) realm.verify(tokens, realm.rules(), NOW)).value();
  }

  private static String word(Outcome<List<String>> outcome) {
    return outcome instanceof Outcome.Refused<List<String>> refused
        ? refused.reason().name()
        : ((Outcome.Accepted<List<String>>) outcome).value().toString();
  }

  private static String standing(SetRegister node, KandyRealm realm, Triple tokens) {
    return word(node.standing(realm, verified(realm, tokens)));
  }

  private static String forUse(SetRegister node, KandyRealm realm, Triple tokens) {
    return word(node.issued(realm, verified(realm, tokens)));
  }

  @ParameterizedTest
  @EnumSource(KandyCipher.class)
  void onlySetsThatWereIssuedHereCountAndOnlyWhereTheRealmSaysSo(KandyCipher cipher) {
    KandyRealm strict = Realms.tracking(cipher, ISSUED_ONLY);
    KandyRealm usual = Realms.tracking(cipher, SetTracking.NONE);
    Triple foreign = new TripleIssuer(Realms.key(cipher), random, IvUse.PER_TOKEN)
        .issue(
            new Parties(
                Identity.of("help@example.com"),
                Identity.of("alice@example.com"),
                Identity.of("help@example.com")),
            NOW)
        .tokens();
    Triple own = registered(cipher).tokens();
    assertThat(standing(register, strict, own)).isEqualTo("[]");
    assertThat(forUse(register, strict, own)).isEqualTo("[]");
    assertThat(standing(register, strict, foreign)).isEqualTo("NOT_ISSUED");
    assertThat(forUse(register, strict, foreign)).isEqualTo("NOT_ISSUED");
    assertThat(standing(register, usual, foreign)).isEqualTo("[]");
    assertThat(forUse(register, usual, foreign)).isEqualTo("[]");
  }

  @Test
  void tokensOfTwoSetsOutOfOneMillisecondMakeNoThird() {
    KandyRealm strict = Realms.tracking(KandyCipher.CBC, ISSUED_ONLY);
    Triple one = registered(KandyCipher.CBC).tokens();
    Triple two = registered(KandyCipher.CBC).tokens();
    Triple mixed = new Triple(one.accountToken(), two.fromToken(), one.toToken());
    assertThat(standing(register, strict, mixed)).isEqualTo("NOT_ISSUED");
    assertThat(forUse(register, strict, mixed)).isEqualTo("NOT_ISSUED");
  }

  @Test
  void theLetterCaseOfAnEcbSetDoesNotCount() {
    KandyRealm strict = Realms.tracking(KandyCipher.ECB, ISSUED_ONLY);
    Triple own = registered(KandyCipher.ECB).tokens();
    Triple upper = new Triple(
        own.accountToken().toUpperCase(Locale.ROOT),
        own.fromToken().toUpperCase(Locale.ROOT),
        own.toToken().toUpperCase(Locale.ROOT));
    assertThat(standing(register, strict, upper)).isEqualTo("[]");
  }

  @Test
  void anotherNodeLearnsOfASetAndUntilThenRedeemingAsksTheStore() {
    KandyRealm strict = Realms.tracking(KandyCipher.CBC, ISSUED_ONLY);
    Triple own = registered(KandyCipher.CBC).tokens();
    SetRegister other = Realms.register(database, CLOCK);
    assertThat(standing(other, strict, own)).as("nothing read yet").isEqualTo("[issued]");
    assertThat(forUse(other, strict, own)).isEqualTo("[]");
    other.shared().forEach(SharedMarks::load);
    assertThat(standing(other, strict, own)).isEqualTo("[]");
  }

  @Test
  void whileTheStoreIsGoneWhatANodeDoesNotKnowIsLeftOpen() {
    KandyRealm both = Realms.tracking(KandyCipher.CBC, new SetTracking(true, true));
    Triple own = registered(KandyCipher.CBC).tokens();
    SetRegister cut =
        new SetRegister(register.shared().get(0), register.shared().get(1), 10, () -> false);
    assertThat(standing(cut, both, own)).isEqualTo("[used]");
    assertThat(standing(cut, both, issue(KandyCipher.CBC).tokens())).isEqualTo("[issued, used]");
    database.close();
    assertThat(forUse(cut, both, own)).isEqualTo("[]");
    assertThatThrownBy(() -> forUse(cut, both, issue(KandyCipher.CBC).tokens()))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void nobodyRegistersMoreThanHisShareAndEndedOnesDoNotCount() {
    Asker one = new Asker("one", "", "");
    SetRegister small =
        new SetRegister(register.shared().get(0), register.shared().get(1), 2, () -> true);
    assertThat(small.takesOne(one, NOW.plusSeconds(60), NOW)).isTrue();
    assertThat(small.takesOne(one, NOW.plusSeconds(90), NOW)).isTrue();
    assertThat(small.takesOne(one, NOW.plusSeconds(90), NOW)).isFalse();
    assertThat(small.takesOne(new Asker("two", "", ""), NOW.plusSeconds(90), NOW))
        .isTrue();
    Instant later = NOW.plusSeconds(61);
    assertThat(small.takesOne(one, later, later)).isTrue();
    assertThat(small.takesOne(one, later, later)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(KandyCipher.class)
  void aSetThatWasUsedCountsNoMoreWhereTheRealmSaysSo(KandyCipher cipher) {
    KandyRealm once = Realms.tracking(cipher, SINGLE_USE);
    Triple tokens = issue(cipher).tokens();
    assertThat(standing(register, once, tokens)).isEqualTo("[]");
    new Redemptions(new UsedSets(10, 10), register.used(), () -> true)
        .use(new Asker("one", "", ""), verified(once, tokens), cipher, NOW, Optional.empty());
    assertThat(standing(register, once, tokens)).isEqualTo("ALREADY_USED");
    assertThat(standing(register, Realms.tracking(cipher, SetTracking.NONE), tokens))
        .isEqualTo("[]");
  }
}
