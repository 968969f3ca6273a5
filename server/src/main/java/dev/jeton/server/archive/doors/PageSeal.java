package dev.jeton.server.archive.doors;

import dev.jeton.server.archive.Cursor;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Tells the place of a page that this server has handed out, for the same thing that was looked for,
 * from one that somebody has made: who reads on is recorded already. Places of other servers, or from
 * before a restart, are as good, and are recorded once more.
 */
final class PageSeal {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 16;

  private final SecretKeySpec key;

  PageSeal(RandomGenerator random) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    key = new SecretKeySpec(bytes, ALGORITHM);
  }

  String text(Cursor place, String what) {
    return place.text() + "." + HexFormat.of().formatHex(seal(place, what));
  }

  boolean isOurs(@Nullable String after, String what) {
    if (after == null) {
      return false;
    }
    Cursor place = Cursor.parse(after);
    return place != null
        && MessageDigest.isEqual(
            after.getBytes(StandardCharsets.UTF_8),
            text(place, what).getBytes(StandardCharsets.UTF_8));
  }

  private byte[] seal(Cursor place, String what) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] all = mac.doFinal((place.text() + "\n" + what).getBytes(StandardCharsets.UTF_8));
      return Arrays.copyOf(all, BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
