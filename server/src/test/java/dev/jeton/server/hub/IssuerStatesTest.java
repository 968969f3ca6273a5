package dev.jeton.server.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.admin.Stored;
import dev.jeton.server.vault.KeyVersion;
import dev.jeton.server.vault.KeyVersions;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.hub.Libp2pPrivateKey;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Issuers of the store, whose keys have states, and the server's own beside them. */
class IssuerStatesTest {
  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
  private static final Libp2pPrivateKey OLD = Libp2pPrivateKey.random(new Random(1));
  private static final Libp2pPrivateKey NEW = Libp2pPrivateKey.random(new Random(2));
  private static final Libp2pPrivateKey OWN = Libp2pPrivateKey.random(new Random(3));
  private static final KeyVersions FIRST = KeyVersions.startingWith(version("old", OLD));

  private final HubIssuers issuers = new HubIssuers(false);

  @TempDir
  Path folder;

  @Test
  void aPreparedKeyIsPublishedAndVerifiesAndDoesNotSignYet() {
    issuers.hold(List.of(stored("chat", false, 1, prepared())));
    KeptIssuer chat = issuers.named("chat").orElseThrow();
    assertThat(chat.published(NOW)).containsExactly(OLD.publicKey(), NEW.publicKey());
    assertThat(signs(chat, NOW)).isEqualTo(OLD.publicKey().text());
    assertThat(issuers.verifier(NEW.publicKey(), NOW)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"-1,true", "0,false", "1,false"})
  void aRetiringKeyVerifiesUntilItsEnd(long seconds, boolean verifies) {
    KeyVersions rotated = prepared().activate("new", NOW, Duration.ofHours(2));
    issuers.hold(List.of(stored("chat", false, 1, rotated)));
    KeptIssuer chat = issuers.named("chat").orElseThrow();
    Instant then = NOW.plus(Duration.ofHours(2)).plusSeconds(seconds);
    assertThat(signs(chat, then)).isEqualTo(NEW.publicKey().text());
    assertThat(issuers.verifier(OLD.publicKey(), then).isPresent()).isEqualTo(verifies);
    assertThat(chat.published(then).contains(OLD.publicKey())).isEqualTo(verifies);
  }

  @Test
  void aRevokedKeyVerifiesNothingAndADisabledOneSignsNothing() {
    KeyVersions revoked = prepared().activate("new", NOW, null).revoke("old", NOW);
    issuers.hold(List.of(stored("chat", false, 1, revoked)));
    assertThat(issuers.having(OLD.publicKey())).isEmpty();
    issuers.hold(List.of(stored("chat", false, 2, revoked.disable("new", NOW))));
    KeptIssuer chat = issuers.named("chat").orElseThrow();
    assertThat(chat.signing(NOW)).isEmpty();
    assertThat(chat.published(NOW)).isEmpty();
    assertThat(issuers.having(NEW.publicKey())).contains(chat);
  }

  @Test
  void theServersOwnIssuerStaysWithItsTokensWhenAnotherIsMarkedAsTheDefault() {
    issuers.holdOwn(new HubIssuer("default", OWN, TokenShape.USUAL));
    assertThat(issuers.standard().map(KeptIssuer::name)).contains("default");
    issuers.hold(List.of(stored("chat", false, 1, FIRST)));
    assertThat(issuers.standard().map(KeptIssuer::name)).contains("default");
    issuers.hold(List.of(stored("chat", true, 2, FIRST)));
    assertThat(issuers.standard().map(KeptIssuer::name)).contains("chat");
    assertThat(issuers.verifier(OWN.publicKey(), NOW)).isPresent();
    assertThat(issuers.all()).hasSize(2);
  }

  @Test
  void whoAdoptsTheKeyOfTheServersOwnIssuerTakesItsPlaceAlsoWhenTheKeyIsRetired() {
    issuers.holdOwn(new HubIssuer("default", OWN, TokenShape.USUAL));
    KeyVersions adopted = KeyVersions.startingWith(version("own", OWN));
    assertThat(issuers.ownAsItIs()).isEqualTo(issuers.own()).isPresent();
    issuers.hold(List.of(stored("default", false, 1, adopted)));
    assertThat(issuers.ownAsItIs()).isEmpty();
    assertThat(issuers.all()).extracting(KeptIssuer::isFixed).containsExactly(false);
    assertThat(issuers.standard()).isEqualTo(issuers.having(OWN.publicKey()));
    KeyVersions retired =
        adopted.rotate(version("new", NEW), NOW, null).retire("own", NOW, Duration.ZERO);
    issuers.hold(List.of(stored("default", false, 2, retired)));
    assertThat(issuers.having(OWN.publicKey())).isEmpty();
    assertThat(issuers.all()).hasSize(1);
  }

  @Test
  void aServerMakesAnIssuerOfItsOwnOnlyWhereThereIsNone() throws Exception {
    OwnIssuer maker = new OwnIssuer(folder, TokenShape.USUAL, new Random(4));
    issuers.hold(List.of(stored("chat", false, 1, FIRST)));
    issuers.makeOwnIfNone(maker);
    assertThat(folder.resolve(IssuerKeyFile.NAME)).doesNotExist();
    HubIssuers empty = new HubIssuers(false);
    empty.makeOwnIfNone(maker);
    assertThat(folder.resolve(IssuerKeyFile.NAME)).exists();
    assertThat(empty.areNew()).isTrue();
    assertThat(empty.standard()).isPresent().isEqualTo(empty.own());
  }

  private static String signs(KeptIssuer issuer, Instant now) {
    return issuer.signing(now).orElseThrow().publicKey().text();
  }

  private static KeyVersions prepared() {
    return FIRST.prepare(version("new", NEW), NOW);
  }

  private static KeyVersion version(String id, Libp2pPrivateKey key) {
    return KeyVersion.prepared(id, NOW).labelled(key.publicKey().text());
  }

  private static Stored<IssuerSpec> stored(
      String name, boolean marked, long version, KeyVersions keys) {
    Map<String, Secret> secrets =
        new HashMap<>(Map.of("old", OLD.text(), "new", NEW.text(), "own", OWN.text()));
    secrets.keySet().retainAll(keys.live().stream().map(KeyVersion::id).toList());
    return new Stored<>(
        "id-of-" + name,
        new IssuerSpec(name, TokenShape.USUAL, marked),
        keys,
        secrets,
        version,
        NOW,
        NOW,
        "operator");
  }
}
