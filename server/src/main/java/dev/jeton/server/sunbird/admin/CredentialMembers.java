package dev.jeton.server.sunbird.admin;

import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import dev.jeton.server.sunbird.CredentialSpec;
import dev.jeton.server.sunbird.Grant;
import dev.jeton.server.sunbird.KeyMaterial;
import dev.jeton.server.sunbird.UnfitKey;
import dev.jeton.tokens.jwt.Algorithm;
import dev.jeton.tokens.sunbird.Credential;
import dev.jeton.tokens.sunbird.Profile;
import dev.jeton.tokens.sunbird.SecretEncoding;
import dev.jeton.tokens.sunbird.SunbirdToken;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A credential as JSON. */
final class CredentialMembers {
  private CredentialMembers() {}

  static CredentialSpec read(Fields spec) {
    spec.only(
        "key",
        "name",
        "consumer",
        "notes",
        "algorithm",
        "profile",
        "secretEncoding",
        "maxLifetimeSeconds",
        "allow",
        "publicKey",
        "default");
    String key = Texts.text(spec, "key", CredentialMembers::isVisible, CredentialSpec.KEY_RULE);
    Long longest = spec.wholeOrNull("maxLifetimeSeconds", 1, SunbirdToken.MAX_LIFETIME.toSeconds());
    CredentialSpec read = new CredentialSpec(
        key,
        spec.has("name")
            ? Texts.text(spec, "name", CredentialMembers::isVisible, CredentialSpec.KEY_RULE)
            : key,
        Texts.wordIfAny(spec, "consumer"),
        Texts.prose(spec, "notes", Texts.LONGEST),
        chosen(spec, "algorithm", Algorithm.values(), Algorithm::word, Algorithm.HS256),
        chosen(spec, "profile", Profile.values(), Profile::word, Profile.STRICT),
        chosen(
            spec,
            "secretEncoding",
            SecretEncoding.values(),
            SecretEncoding::word,
            SecretEncoding.UTF8),
        longest == null ? Credential.DEFAULT_MAXIMUM_LIFETIME : Duration.ofSeconds(longest),
        grants(spec),
        Optional.ofNullable(spec.textOrNull("publicKey")),
        spec.truthOr("default", false));
    refuseContradictions(read);
    return read;
  }

  static void write(CredentialSpec spec, Json out) {
    out.put("key", spec.key())
        .put("name", spec.name())
        .put("consumer", spec.consumer().orElse(null))
        .put("notes", spec.notes().orElse(null))
        .put("algorithm", spec.algorithm().word())
        .put("profile", spec.profile().word())
        .put("secretEncoding", spec.encoding().word())
        .put("maxLifetimeSeconds", spec.maximumLifetime().toSeconds())
        .put("allow", spec.grants().stream().map(Grant::word).sorted().toList())
        .put("publicKey", spec.publicKey().orElse(null))
        .put("default", spec.isDefault());
  }

  /** A key that cannot be taken, as the refusal of its member. */
  static Refused unfit(String member, UnfitKey e) {
    return Refused.badRequest(
        code(member, e), member + " cannot be taken: " + e.wrong() + "; " + e.right());
  }

  private static String code(String member, UnfitKey e) {
    if (member.equals("publicKey")) {
      return "wrong-public-key";
    }
    return e.published() ? "published-secret" : "wrong-secret";
  }

  private static boolean isVisible(String text) {
    return CredentialSpec.visible(text) != null;
  }

  private static void refuseContradictions(CredentialSpec spec) {
    if (spec.contradictsItself()) {
      throw Refused.badRequest(
          "strict-without-end",
          "a strict credential's tokens have an end; leave no-expiry out of allow, or set the"
              + " profile legacy");
    }
    if (spec.publicKey().isPresent()) {
      try {
        KeyMaterial.ofPublicKey(spec.algorithm(), spec.publicKey().get());
      } catch (UnfitKey e) {
        throw unfit("publicKey", e);
      }
    }
  }

  private static Set<Grant> grants(Fields spec) {
    Set<Grant> grants = new HashSet<>();
    for (String word : spec.texts("allow")) {
      grants.add(of(word, Grant.values(), Grant::word)
          .orElseThrow(
              () -> Texts.wrong("allow", "a list of " + words(Grant.values(), Grant::word))));
    }
    return grants;
  }

  private static <E> E chosen(
      Fields spec, String member, E[] all, Function<E, String> word, E usual) {
    String text = spec.textOrNull(member);
    return text == null
        ? usual
        : of(text, all, word).orElseThrow(() -> Texts.wrong(member, words(all, word)));
  }

  private static <E> Optional<E> of(@Nullable String text, E[] all, Function<E, String> word) {
    return Arrays.stream(all).filter(one -> word.apply(one).equals(text)).findFirst();
  }

  private static <E> String words(E[] all, Function<E, String> word) {
    return Arrays.stream(all).map(word).collect(Collectors.joining(", "));
  }
}
