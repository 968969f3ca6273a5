package dev.jeton.server.access;

import io.vertx.core.MultiMap;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a request brings to show who sends it.
 *
 * @param headers all of its headers, {@code Authorization} and {@code Cookie} among them
 * @param certificate the client's, checked by TLS, where TLS ends here and asks for one
 * @param reading whether its method is one that only reads
 */
public record Presented(
    Arrival arrival, MultiMap headers, Optional<X509Certificate> certificate, boolean reading) {

  /** With a method that may change something. */
  public Presented(Arrival arrival, MultiMap headers, Optional<X509Certificate> certificate) {
    this(arrival, headers, certificate, false);
  }

  /** Each {@code Authorization} header; a proper request has one at most. */
  public List<String> authorizations() {
    return headers.getAll("Authorization");
  }

  /** The values of all cookies of that name; a browser sends one at most from one path. */
  public List<String> cookies(String name) {
    List<String> values = new ArrayList<>();
    for (String header : headers.getAll("Cookie")) {
      for (String pair : header.split(";", -1)) {
        int end = pair.indexOf('=');
        if (end >= 0 && pair.substring(0, end).strip().equals(name)) {
          values.add(pair.substring(end + 1).strip());
        }
      }
    }
    return values;
  }

  /** What follows {@code Bearer} in the only {@code Authorization} header. */
  public Optional<String> bearer() {
    List<String> all = authorizations();
    return all.size() == 1 && all.get(0).regionMatches(true, 0, "Bearer ", 0, 7)
        ? Optional.of(all.get(0).substring(7).strip())
        : Optional.empty();
  }
}
