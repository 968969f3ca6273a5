package dev.jeton.server.sunbird.admin;

import dev.jeton.server.admin.SecretRules;
import dev.jeton.server.http.Refused;
import dev.jeton.server.sunbird.CredentialSpec;
import dev.jeton.server.sunbird.KeyMaterial;
import dev.jeton.server.sunbird.UnfitKey;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.sunbird.Credential;
import java.util.Base64;
import java.util.random.RandomGenerator;

/** The secret or the private key of a credential. */
final class CredentialSecrets implements SecretRules<CredentialSpec> {
  /** As many as the longest hash has. */
  private static final int BYTES = 64;

  @Override
  public String segment() {
    return "secrets";
  }

  @Override
  public String member() {
    return "secret";
  }

  @Override
  public String noun() {
    return "secret";
  }

  @Override
  public boolean appliesTo(CredentialSpec spec) {
    return !spec.verifiesOnly();
  }

  @Override
  public Secret make(CredentialSpec spec, RandomGenerator random) {
    if (!spec.algorithm().isSymmetric()) {
      throw Refused.badRequest(
          "private-key-needed",
          spec.algorithm().word() + " takes a key pair: give the private key in PEM (PKCS#8) as"
              + " secret, or the public key alone as publicKey");
    }
    return switch (spec.encoding()) {
      case UTF8 -> Credential.randomSecret(random);
      case BASE64 -> Secret.ofText(Base64.getEncoder().encodeToString(bytes(random)));
      case BASE64URL ->
        Secret.ofText(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(random)));
    };
  }

  private static byte[] bytes(RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return bytes;
  }

  @Override
  public void check(CredentialSpec spec, Secret given) {
    try {
      KeyMaterial.ofSecret(spec, given);
    } catch (UnfitKey e) {
      throw CredentialMembers.unfit(member(), e);
    }
  }

  /** One that is there already has to fit to what its credential is changed to. */
  void checkForm(CredentialSpec spec, Secret kept) {
    try {
      KeyMaterial.ofKeptSecret(spec, kept);
    } catch (UnfitKey e) {
      throw CredentialMembers.unfit(member(), e);
    }
  }
}
