package dev.jeton.server.hub;

import dev.jeton.server.settings.Key;
import dev.jeton.server.settings.SettingsReader;
import dev.jeton.server.settings.SettingsSection;
import dev.jeton.server.settings.Standard;
import dev.jeton.tokens.hub.HubToken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads Hub's issuers, one from plain keys or any number from the file, and what proves identities. */
public final class HubSettingsSection implements SettingsSection<HubSettings> {
  private static final String PREFIX = "hub.issuers";

  private static final IssuerKeys PLAIN_KEYS = new IssuerKeys(
      Key.secret(
              "hub.issuer-key",
              "libp2p private key string (Ed25519) that signs identity tokens; without any issuer, here"
                  + " or in the store, the server makes a key, `hub-issuer.key` in the data folder")
          .alsoFrom("HUB_ISSUER_KEY"),
      Key.setting(
              "hub.token-form",
              "What stands in a token: `default`, or `hub-exact` for clients that take nothing but"
                  + " what a Hub issued; such tokens have no end")
          .defaultingTo("default"),
      Key.setting("hub.token-lifetime", "How long a token lives, at most 30 days")
          .defaultingTo("24h"),
      Key.setting("hub.audience", "For whom tokens and structured challenges are")
          .defaultingTo(HubToken.DEFAULT_AUDIENCE));

  private static final IssuerKeys NAMED_KEYS = new IssuerKeys(
      Key.secret(PREFIX + ".<name>.issuer-key", "As hub.issuer-key, for an issuer of that name"),
      Key.setting(PREFIX + ".<name>.token-form", "As hub.token-form").defaultingTo("default"),
      Key.setting(PREFIX + ".<name>.token-lifetime", "As hub.token-lifetime").defaultingTo("24h"),
      Key.setting(PREFIX + ".<name>.audience", "As hub.audience")
          .defaultingTo(HubToken.DEFAULT_AUDIENCE));

  private static final Key DEFAULT = Key.setting(
          PREFIX + ".<name>.default", "Whether callers get this issuer who name none")
      .defaultingTo("false");

  private static final Key CHALLENGE = Key.setting(
          "hub.challenge",
          "What clients sign: `bare` random bytes as a Hub sends them, or `structured`, a text that"
              + " names hub.domain and cannot be passed on to another server")
      .defaultingTo("bare");
  private static final Key DOMAIN = Key.setting(
      "hub.domain", "The name that users know this server by, for structured challenges");
  private static final Key DEADLINE = Key.setting(
          "hub.challenge-deadline", "How long a challenge can be answered")
      .defaultingTo("60s");
  private static final Key ACCEPT_EDDSA = Key.setting(
          "hub.accept-eddsa",
          "Whether `verify` takes tokens whose algorithm is called EdDSA, its name before RFC 9864")
      .defaultingTo("false");

  private enum Kind {
    BARE,
    STRUCTURED
  }

  @Override
  public Class<HubSettings> type() {
    return HubSettings.class;
  }

  @Override
  public List<Key> keys() {
    List<Key> keys = new ArrayList<>(PLAIN_KEYS.all());
    keys.addAll(NAMED_KEYS.all());
    keys.addAll(List.of(DEFAULT, CHALLENGE, DOMAIN, DEADLINE, ACCEPT_EDDSA));
    return keys;
  }

  @Override
  public HubSettings read(SettingsReader in) {
    IssuersRead issuers = new IssuersRead();
    Standard standard = new Standard("issuer", DEFAULT);
    if (in.isSet(PLAIN_KEYS.issuerKey())) {
      PLAIN_KEYS.read(in, IssuersRead.PLAIN).ifPresent(issuer -> {
        issuers.add(issuer, in, PLAIN_KEYS.issuerKey());
        standard.addPlain(issuer.name());
      });
    }
    in.each(PREFIX).forEach((name, one) -> {
      NAMED_KEYS
          .read(one, name)
          .ifPresent(issuer -> issuers.add(issuer, one, NAMED_KEYS.issuerKey()));
      standard.add(name, one);
    });
    if (!in.isSet(PLAIN_KEYS.issuerKey()) && !in.each(PREFIX).isEmpty()) {
      PLAIN_KEYS.ofTokens().stream()
          .filter(in::isSet)
          .forEach(key -> in.fault(
              key,
              "it is for the issuer of hub.issuer-key, and there is none",
              "move it below " + PREFIX));
    }
    return new HubSettings(
        issuers.all(),
        standard.marked(),
        PLAIN_KEYS.tokens(in),
        challenge(in),
        in.duration(DEADLINE, Duration.ofSeconds(1), Duration.ofMinutes(10)),
        in.truth(ACCEPT_EDDSA));
  }

  private static ChallengeForm challenge(SettingsReader in) {
    Optional<ChallengeForm> structured = Optional.ofNullable(in.parsed(
        DOMAIN,
        HubSettingsSection::structured,
        "give a host name in lower case, such as hub.example.org, with :port where it needs one"));
    boolean wanted = in.word(CHALLENGE, Kind.class) == Kind.STRUCTURED;
    if (wanted && !in.isSet(DOMAIN)) {
      in.fault(
          CHALLENGE,
          Kind.STRUCTURED.name().toLowerCase(Locale.ROOT) + " challenges name a domain",
          "set hub.domain to the name that users know this server by");
    }
    if (!wanted && in.isSet(DOMAIN)) {
      in.fault(DOMAIN, "bare challenges name no domain", "set hub.challenge to structured");
    }
    return structured.filter(form -> wanted).orElseGet(ChallengeForm.Bare::new);
  }

  private static @Nullable ChallengeForm structured(String domain) {
    try {
      return new ChallengeForm.Structured(domain);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
