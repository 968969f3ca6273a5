package dev.jeton.server.http;

import dev.jeton.server.access.Arrival;
import dev.jeton.server.access.Arrivals;
import dev.jeton.server.access.Caller;
import dev.jeton.server.access.Callers;
import dev.jeton.server.access.Incoming;
import dev.jeton.server.access.Need;
import dev.jeton.server.access.OriginCheck;
import dev.jeton.server.access.Presented;
import dev.jeton.server.access.Problem;
import dev.jeton.server.access.Right;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/** Asks the rules of access about a request; whatever they refuse is thrown as {@link Refused}. */
final class Gate {
  private static final Pattern WHOLE_URL = Pattern.compile("[^/?#]*://([^/?#]*)");

  private final Arrivals arrivals;
  private final Callers callers;
  private final OriginCheck origins;
  private final Openings openings;

  Gate(Arrivals arrivals, Callers callers, OriginCheck origins, Openings openings) {
    this.arrivals = arrivals;
    this.callers = callers;
    this.origins = origins;
    this.openings = openings;
  }

  Arrival arrival(HttpServerRequest request) {
    SocketAddress peer = request.remoteAddress();
    String address = peer == null || peer.hostAddress() == null ? "" : peer.hostAddress();
    Arrivals.Reading reading =
        arrivals.read(new Incoming(address, request.isSSL(), hosts(request), request.headers()));
    if (reading instanceof Arrivals.Reading.Refused refused) {
      throw new Refused(refused.problem());
    }
    return ((Arrivals.Reading.Accepted) reading).arrival();
  }

  /**
   * Where nothing is asked of callers, no proof is looked at either, not even a wrong one. Only what
   * can be guessed is counted: a cookie goes stale in a browser that did nothing wrong.
   */
  Caller caller(Need need, Arrival arrival, HttpServerRequest request, Quotas quotas) {
    if (need == Need.OPEN) {
      return callers.withoutProof(arrival);
    }
    Presented presented = new Presented(
        arrival, request.headers(), certificate(arrival, request), isReading(request));
    boolean counted = !presented.authorizations().isEmpty();
    if (counted) {
      quotas.proof(arrival);
    }
    Callers.Identified identified = callers.identify(presented);
    if (identified instanceof Callers.Identified.Wrong wrong) {
      if (counted && wrong.mayBeGuessed()) {
        quotas.wrongProof(arrival);
      }
      throw new Refused(wrong.problem()).recordedAs(wrong.exactCode(), wrong.details());
    }
    return ((Callers.Identified.As) identified).caller();
  }

  /** Who asks at that door, and whether it is through its standing open. */
  Asking asking(Door door, Arrival arrival, HttpServerRequest request, Quotas quotas) {
    Caller caller = caller(door.need(), arrival, request, quotas);
    return caller.proven()
        ? Asking.by(caller)
        : opening(door)
            .filter(opening -> concerns(opening, arrival, request))
            .map(Asking::through)
            .orElseGet(() -> Asking.by(caller));
  }

  /** How that door stands open to those who bring no proof. */
  Optional<Opening> opening(Door door) {
    return door.mayBeOpened() ? openings.of(door.name()) : Optional.empty();
  }

  /** On this machine programs ask as they always may, and only pages elsewhere as their visitors do. */
  private static boolean concerns(Opening opening, Arrival arrival, HttpServerRequest request) {
    return !arrival.local()
        || (arrival.fromForeignPage(request.headers())
            && opening
                .pages()
                .filter(pages -> pages.isKnownPage(arrival, request.headers()))
                .isPresent());
  }

  /** The pages that may ask without a proof for what a preflight asks about. */
  Optional<OriginCheck> pages(DoorRegistry.Place place, MultiMap headers) {
    return place
        .door(headers.get("Access-Control-Request-Method"))
        .flatMap(this::opening)
        .flatMap(Opening::pages);
  }

  void admit(Door door, Asking asking, Arrival arrival, HttpServerRequest request, Instant now) {
    admit(door, asking, arrival, request);
    if (door.isFresh() && !asking.caller().isFresh(now)) {
      throw new Refused(new Problem(
          403,
          "proof-not-fresh",
          "this takes a proof of the last minutes; send your password to"
              + " /api/v1/sessions/current/prove, or sign in anew where your password is known, then"
              + " try again"));
    }
  }

  private void admit(Door door, Asking asking, Arrival arrival, HttpServerRequest request) {
    Optional<OriginCheck> pages = asking.opening().flatMap(Opening::pages);
    if (pages.isPresent()) {
      if (!pages.get().isKnownPage(arrival, request.headers())) {
        throw new Refused(new Problem(
            403,
            "foreign-origin",
            "only pages of the origins for which this door was opened may ask without a proof"));
      }
    } else {
      admit(door.need(), door.right(), arrival, asking.caller(), request);
    }
  }

  void admit(Need need, Right right, Arrival arrival, Caller caller, HttpServerRequest request) {
    Problem problem = need.refuse(caller, right);
    if (problem == null && need != Need.OPEN) {
      problem = origins.refuse(arrival, caller, request.headers());
    }
    if (problem != null) {
      throw new Refused(problem);
    }
  }

  private static boolean isReading(HttpServerRequest request) {
    return request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
  }

  private static Optional<X509Certificate> certificate(Arrival arrival, HttpServerRequest request) {
    SSLSession session =
        arrival.direct() && request.isSSL() ? request.connection().sslSession() : null;
    if (session == null) {
      return Optional.empty();
    }
    try {
      return session.getPeerCertificates()[0] instanceof X509Certificate checked
          ? Optional.of(checked)
          : Optional.empty();
    } catch (SSLPeerUnverifiedException e) {
      return Optional.empty();
    }
  }

  /**
   * In HTTP/2 the authority takes the place of Host, and a target may be a whole URL with an
   * authority of its own; when there are several they must agree.
   */
  private static List<String> hosts(HttpServerRequest request) {
    List<String> hosts = new ArrayList<>(request.headers().getAll("Host"));
    HostAndPort authority = request.version() == HttpVersion.HTTP_2 ? request.authority() : null;
    if (authority != null && !hosts.contains(authority.toString())) {
      hosts.add(authority.toString());
    }
    Matcher whole = WHOLE_URL.matcher(request.uri());
    if (whole.lookingAt() && !hosts.contains(whole.group(1))) {
      hosts.add(whole.group(1));
    }
    return hosts;
  }
}
