package dev.jeton.server.hub.admin;

import dev.jeton.server.admin.SourceObject;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.hub.Libp2pPublicKey;
import java.util.Base64;
import java.util.Optional;

/** An API key as a Hub's database or its list has it. */
record FoundKey(SourceObject source, boolean stored) {
  private static final String ID = "_id";
  private static final String KEY = "key";
  private static final String OWNER = "owner_id";
  private static final String BINARY = "$binary";

  /** Empty where it has none of the two shapes. */
  static Optional<FoundKey> of(SourceObject source) {
    return source.has(ID) || source.has(KEY)
        ? Optional.of(new FoundKey(source, source.has(ID)))
        : Optional.empty();
  }

  String key() {
    return source.text(stored ? ID : KEY).orElse("");
  }

  Optional<String> secret() {
    return source.text("secret");
  }

  /** A number or a word; 0 is left out by programs that write protocol buffers as JSON. */
  String type() {
    return source
        .text("type")
        .or(() -> source.object("type").flatMap(FoundKey::number))
        .orElse(stored ? "" : "0");
  }

  /** Extended JSON. */
  private static Optional<String> number(SourceObject value) {
    return value.text("$numberInt").or(() -> value.text("$numberLong"));
  }

  boolean secure() {
    return source.truth("secure").orElse(stored);
  }

  boolean valid() {
    return source.truth("valid").orElse(false);
  }

  Optional<Libp2pPublicKey> owner() {
    return ownerBytes()
        .flatMap(bytes ->
            Libp2pPublicKey.ofMessage(bytes) instanceof Outcome.Accepted<Libp2pPublicKey> key
                ? Optional.of(key.value())
                : Optional.empty());
  }

  boolean hasUnreadableOwner() {
    return source.has(OWNER) && owner().isEmpty();
  }

  /** As MongoDB 4.2 and later, and earlier ones, write bytes. */
  private Optional<byte[]> ownerBytes() {
    return source
        .object(OWNER)
        .flatMap(owner -> owner
            .object(BINARY)
            .flatMap(binary -> binary.text("base64"))
            .or(() -> owner.text(BINARY)))
        .flatMap(FoundKey::decoded);
  }

  private static Optional<byte[]> decoded(String base64) {
    try {
      return Optional.of(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Without its secret. */
  @Override
  public String toString() {
    return "FoundKey[" + key() + "]";
  }
}
