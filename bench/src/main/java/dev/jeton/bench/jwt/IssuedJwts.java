package dev.jeton.bench.jwt;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.crypto.HmacSha256;
import dev.jeton.tokens.encoding.StrictBase64Url;
import dev.jeton.tokens.jwt.RawJwt;
import dev.jeton.tokens.jwt.SigningKey;
import dev.jeton.tokens.jwt.VerificationKey;
import dev.jeton.tokens.jwt.VerifiedJwt;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Tokens to verify, and the least that it costs: the signature over bytes that lie ready. */
@State(Scope.Thread)
public class IssuedJwts {
  final Credentials credentials = new Credentials();
  final IssuedBy hs256 = new IssuedBy(credentials.hs256);
  final IssuedBy ed25519 = new IssuedBy(credentials.ed25519Key);

  private final HmacSha256 hmac = new HmacSha256();
  private final Mac mac = newMac();
  private final SecretKeySpec macKey = new SecretKeySpec(credentials.secret, "HmacSHA256");
  private final byte[] code = new byte[HmacSha256.LENGTH];

  /** One token for each request, whole and in its parts. */
  final class IssuedBy {
    final VerificationKey key;
    final String[] texts = new String[Credentials.COUNT];
    final byte[][] signed = new byte[Credentials.COUNT][];
    final byte[][] signatures = new byte[Credentials.COUNT][];

    IssuedBy(SigningKey signingKey) {
      key = signingKey.verificationKey();
      for (int i = 0; i < Credentials.COUNT; i++) {
        String text = credentials.mint(i, signingKey);
        int dot = text.lastIndexOf('.');
        texts[i] = text;
        signed[i] = text.substring(0, dot).getBytes(StandardCharsets.US_ASCII);
        signatures[i] = Objects.requireNonNull(StrictBase64Url.decode(text.substring(dot + 1)));
      }
    }

    VerifiedJwt verified(int i) {
      Outcome<VerifiedJwt> verified = RawJwt.parse(texts[i]).then(raw -> raw.verifiedBy(key));
      if (verified instanceof Outcome.Accepted<VerifiedJwt> accepted) {
        return accepted.value();
      }
      throw new IllegalStateException("refused: " + verified);
    }
  }

  byte[] code(byte[] message) {
    byte[] key = credentials.secret;
    hmac.key(key, 0, key.length).update(message, 0, message.length).finish(code, 0);
    return code;
  }

  byte[] codeByMac(byte[] message) {
    try {
      mac.init(macKey);
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Mac newMac() {
    try {
      return Mac.getInstance("HmacSHA256");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
