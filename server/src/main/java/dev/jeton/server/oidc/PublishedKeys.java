package dev.jeton.server.oidc;

import dev.jeton.tokens.jwt.VerificationKey;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What one provider published when it was asked last. It is asked in the background, every now and then and
 * when a token names an unknown key, but at most once a minute, whoever sends what. As long as it does not
 * answer, what was known stays.
 */
final class PublishedKeys {
  static final Duration PAUSE = Duration.ofMinutes(1);
  static final Duration EVERY = Duration.ofMinutes(15);

  private static final Logger LOG = Logger.getLogger(PublishedKeys.class);

  private final Provider provider;
  private final ProviderClient client;
  private final Executor background;
  private final LongSupplier nanos;
  private volatile Known known = new Known(KeySet.EMPTY, Discovered.NOTHING);
  private volatile @Nullable String fault;
  private volatile boolean asking;
  private long asked;
  private boolean wasAsked;

  private record Known(KeySet keys, Discovered discovered) {}

  PublishedKeys(Provider provider, ProviderClient client, Executor background, LongSupplier nanos) {
    this.provider = provider;
    this.client = client;
    this.background = background;
    this.nanos = nanos;
  }

  Provider provider() {
    return provider;
  }

  Discovered discovered() {
    return known.discovered();
  }

  /** Touches memory only; where the key is not known, somebody else looks for it. */
  Optional<VerificationKey> find(@Nullable String kid) {
    Optional<VerificationKey> key = known.keys().find(kid);
    if (key.isEmpty() && mayAsk(PAUSE)) {
      try {
        asking = true;
        background.execute(this::ask);
      } catch (RejectedExecutionException e) {
        LOG.debug("the server stops");
      }
    }
    return key;
  }

  /** Whether it has told none yet, or somebody is asking for more. */
  boolean isAwaited() {
    return asking || known.keys().isEmpty();
  }

  boolean knows(@Nullable String kid) {
    return known.keys().find(kid).isPresent();
  }

  /** Asks if it is time. Blocks. */
  void keepUp() {
    if (mayAsk(fault == null ? EVERY : PAUSE)) {
      ask();
    }
  }

  /** Asks now, unless that was done just before. Blocks. */
  void askAgain() {
    if (mayAsk(PAUSE)) {
      ask();
    }
  }

  /** What was wrong when it was asked last. */
  Optional<String> fault() {
    return Optional.ofNullable(fault);
  }

  private synchronized boolean mayAsk(Duration pause) {
    long now = nanos.getAsLong();
    if (wasAsked && now - asked < pause.toNanos()) {
      return false;
    }
    asked = now;
    wasAsked = true;
    return true;
  }

  private void ask() {
    try {
      known = answer();
      if (fault != null) {
        fault = null;
        LOG.infof("the identity provider %s answers again", provider.issuer());
      }
    } catch (Unanswered e) {
      tell(e.line());
    } catch (RuntimeException e) {
      LOG.debug("asking an identity provider", e);
      tell("what it answers cannot be read");
    } finally {
      asking = false;
    }
  }

  private void tell(String line) {
    if (!line.equals(fault)) {
      fault = line;
      LOG.warnf(
          "the identity provider %s: %s; %s",
          provider.issuer(),
          line,
          known.keys().isEmpty() ? "none of its tokens counts" : "its keys from before go on");
    }
  }

  private Known answer() throws Unanswered {
    Discovered discovered = provider.isDiscovered()
        ? Discovered.read(client.get(provider.discovery()), provider)
        : Discovered.NOTHING;
    Optional<URI> place = provider.jwksUri().or(discovered::jwks);
    if (place.isEmpty()) {
      throw new Unanswered("its discovery document names no jwks_uri; set oidc.jwks-uri");
    }
    return new Known(KeySet.read(client.get(place.get())), discovered);
  }
}
