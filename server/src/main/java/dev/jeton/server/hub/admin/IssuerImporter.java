package dev.jeton.server.hub.admin;

import dev.jeton.server.admin.Imported;
import dev.jeton.server.admin.Imported.Thing;
import dev.jeton.server.admin.Importer;
import dev.jeton.server.admin.SourceObject;
import dev.jeton.server.http.Fields;
import dev.jeton.server.hub.HubIssuers;
import dev.jeton.server.hub.HubTokens;
import dev.jeton.server.hub.KeptIssuer;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.SecretAccess;
import dev.jeton.tokens.hub.Libp2pPrivateKey;
import dev.jeton.tokens.hub.Libp2pPublicKey;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The private key of a Hub's host, with which it signed: a libp2p string, the message in Base64 as IPFS
 * has it, or the configuration of IPFS with it.
 */
@Singleton
final class IssuerImporter implements Importer {
  private static final String FORM = "tokenForm";
  private static final String USUAL_NAME = "hub";

  /** How each Base64 of an Ed25519 key message begins; no multibase begins with it. */
  private static final String MESSAGE = "CAES";

  private final HubIssuers held;

  IssuerImporter(HubIssuers held) {
    this.held = held;
  }

  @Override
  public String word() {
    return "hub-issuer";
  }

  @Override
  public String platform() {
    return HubTokens.PLATFORM;
  }

  @Override
  public Imported read(String source, Fields options) {
    options.only(Words.NAME, FORM);
    Libp2pPrivateKey key = key(source);
    Optional<KeptIssuer> known = held.having(key.publicKey());
    String given = options.textOrNull(Words.NAME);
    String form = options.textOrNull(FORM);
    String name = given != null ? given : storedName(known);
    Thing issuer = Thing.of(
        "hub-issuer",
        name,
        json -> json.put(Words.NAME, name)
            .put(FORM, form)
            .put("default", true)
            .put(new IssuerKeyRules().member(), text(key.text())));
    return new Imported(List.of(issuer), remarks(key.publicKey(), name, form));
  }

  /** A stored one that has the key is found again; the server's own is adopted under a new name. */
  private String storedName(Optional<KeptIssuer> known) {
    return known
        .filter(one -> held.own().filter(one::equals).isEmpty())
        .map(KeptIssuer::name)
        .orElse(USUAL_NAME);
  }

  private static Libp2pPrivateKey key(String source) {
    Outcome<Libp2pPrivateKey> outcome = Libp2pPrivateKey.parse(Secret.ofText(multibase(source)));
    if (outcome instanceof Outcome.Accepted<Libp2pPrivateKey> accepted) {
      return accepted.value();
    }
    throw SourceObject.wrong("it is no libp2p private key of type Ed25519 ("
        + ((Outcome.Refused<Libp2pPrivateKey>) outcome).detail()
        + "); give the string, its Base64 as IPFS has it, or the configuration of IPFS");
  }

  private static String multibase(String source) {
    String text = source.strip();
    if (text.startsWith("{")) {
      text = SourceObject.json(text)
          .object("Identity")
          .flatMap(identity -> identity.word("PrivKey"))
          .orElseThrow(() -> SourceObject.wrong(
              "it has no Identity.PrivKey; IPFS keeps its key there in its file config"));
    }
    return text.startsWith(MESSAGE) ? (text.endsWith("=") ? "M" : "m") + text : text;
  }

  private List<String> remarks(Libp2pPublicKey key, String name, @Nullable String form) {
    List<String> remarks = new ArrayList<>();
    remarks.add("tokens name this issuer as " + key.text());
    if (form == null) {
      remarks.add("the Hub's tokens have no end, and such are refused here; with --token-form"
          + " hub-exact they count, and new ones have no end either");
    }
    held.own().ifPresent(own -> remarks.add(own(own, key)));
    held.standard()
        .filter(
            before -> !before.name().equalsIgnoreCase(name) && !before.live().contains(key))
        .ifPresent(before -> remarks.add("clients that name no issuer got tokens of "
            + before.name() + " and get them of " + name + " then"));
    return remarks;
  }

  private static String own(KeptIssuer own, Libp2pPublicKey key) {
    return own.live().contains(key)
        ? "the server's own issuer has this key already; the stored one takes its place, so"
            + " hub-issuer.key in the data folder can be deleted then"
        : "the server's own issuer stays, so that its tokens count until they end; delete"
            + " hub-issuer.key in the data folder when none is in use any more";
  }

  private static String text(Secret secret) {
    return new String(secret.reveal(SecretAccess.forCryptography()), StandardCharsets.US_ASCII);
  }
}
