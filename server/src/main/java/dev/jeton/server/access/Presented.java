package dev.jeton.server.access;

import io.vertx.core.MultiMap;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * What a request brings to show who sends it.
 *
 * @param headers all of its headers, {@code Authorization} and {@code Cookie} among them
 * @param certificate the client's, checked by TLS, where TLS ends here and asks for one
 */
public record Presented(Arrival arrival, MultiMap headers, Optional<X509Certificate> certificate) {

  /** Each {@code Authorization} header; a proper request has one at most. */
  public List<String> authorizations() {
    return headers.getAll("Authorization");
  }

  /** What follows {@code Bearer} in the only {@code Authorization} header. */
  public Optional<String> bearer() {
    List<String> all = authorizations();
    return all.size() == 1 && all.get(0).regionMatches(true, 0, "Bearer ", 0, 7)
        ? Optional.of(all.get(0).substring(7).strip())
        : Optional.empty();
  }
}
