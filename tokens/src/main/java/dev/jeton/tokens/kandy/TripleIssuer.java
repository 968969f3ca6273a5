package dev.jeton.tokens.kandy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;

/**
 * Mints the tokens of a realm. All three of a set carry one time. Thread-safe if the generator is.
 *
 * <p>Plaintext {@code identity;ts} (ECB) or {@code identity;x-ts=ts} (CBC), {@code sip:} before the
 * identity in from and to, {@code ts} in Unix milliseconds, PKCS#7 padding. ECB tokens come in
 * lower-case hex like those of the vendor's Node issuer, CBC tokens in upper-case hex.
 */
public final class TripleIssuer {
  private final SecurityKey key;
  private final RandomGenerator random;
  private final IvUse ivUse;

  /** One IV per token. */
  public TripleIssuer(SecurityKey key, RandomGenerator random) {
    this(key, random, IvUse.PER_TOKEN);
  }

  /**
   * An issuer.
   *
   * @param random where IVs come from: a {@link java.security.SecureRandom}. ECB draws nothing
   */
  public TripleIssuer(SecurityKey key, RandomGenerator random, IvUse ivUse) {
    this.key = key;
    this.random = random;
    this.ivUse = ivUse;
  }

  /**
   * The set for a call.
   *
   * @param now taken in whole milliseconds
   * @throws IllegalArgumentException if the time has not 13 digits: before 2001-09-09 or after
   *     2286-11-20
   */
  public IssuedTriple issue(Parties parties, Instant now) {
    Instant issuedAt = now.truncatedTo(ChronoUnit.MILLIS);
    byte[] digits = Timestamp.digits(issuedAt);
    Sealer sealer = Sealer.ofThread();
    byte[] iv = newIv();
    String account = sealer.seal(key, text(parties, Role.ACCOUNT), digits, iv);
    String from = sealer.seal(key, text(parties, Role.FROM), digits, next(iv));
    String to = sealer.seal(key, text(parties, Role.TO), digits, next(iv));
    return new IssuedTriple(new Triple(account, from, to), issuedAt);
  }

  private byte[] newIv() {
    return key.cipher() == KandyCipher.CBC ? Iv.random(random) : Iv.NONE;
  }

  private byte[] next(byte[] iv) {
    return ivUse == IvUse.PER_SET ? iv : newIv();
  }

  private static String text(Parties parties, Role role) {
    return role.prefix() + parties.in(role).text();
  }
}
