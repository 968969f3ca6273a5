package dev.jeton.server.oidc;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The access tokens of providers of tests. */
public final class TestTokens {
  public static final Duration LEEWAY = Duration.ofSeconds(30);

  private TestTokens() {}

  /** Of one whose keys are known already. */
  public static AccessTokens of(StandInProvider provider) {
    PublishedKeys keys = unasked(provider);
    keys.keepUp();
    return of(keys);
  }

  /** Of one that was never asked for its keys. */
  public static AccessTokens awaiting(StandInProvider provider) {
    return of(unasked(provider));
  }

  private static AccessTokens of(PublishedKeys keys) {
    return new AccessTokens(new Providers(List.of(keys)), LEEWAY);
  }

  private static PublishedKeys unasked(StandInProvider provider) {
    return new PublishedKeys(provider.provider(), new ProviderClient(), task -> {}, () -> 0);
  }

  /** Where people sign in; it is asked when somebody does. */
  public static SignIns signIns(Provider... providers) {
    ProviderClient client = new ProviderClient(Duration.ofMillis(500));
    return new SignIns(
        new Providers(Stream.of(providers)
            .map(one -> new PublishedKeys(one, client, task -> {}, () -> 0))
            .toList()),
        client,
        LEEWAY);
  }
}
