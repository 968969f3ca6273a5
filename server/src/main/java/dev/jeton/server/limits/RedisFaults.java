package dev.jeton.server.limits;

import io.vertx.redis.client.Response;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/** What went wrong with Redis, in words without a secret: of its own only the first, such as NOAUTH. */
final class RedisFaults {
  /** How the client calls what was under way when the connection broke off. */
  private static final String CLOSED = "CONNECTION_CLOSED";

  private static final Pattern FIRST_WORD = Pattern.compile("[A-Z]{2,20}");

  private RedisFaults() {}

  static String words(Throwable fault) {
    if (CLOSED.equals(fault.getMessage())) {
      return "Redis cannot be reached: the connection broke off";
    }
    if (fault instanceof Response) {
      Matcher word = FIRST_WORD.matcher(String.valueOf(fault.getMessage()));
      return "Redis refuses it" + (word.lookingAt() ? " and says " + word.group() : "")
          + "; look at user, password and rights in limits.redis";
    }
    for (Throwable one = fault; one != null; one = one.getCause()) {
      if (one instanceof SSLException || one instanceof CertificateException) {
        return "the certificate of Redis is not trusted; look at limits.redis and limits.redis-ca";
      }
      if (one instanceof UnknownHostException) {
        return "the host in limits.redis is not known";
      }
    }
    return "Redis cannot be reached: " + fault.getClass().getSimpleName();
  }
}
