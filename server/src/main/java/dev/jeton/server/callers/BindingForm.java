package dev.jeton.server.callers;

import dev.jeton.server.alerts.Addresses;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/** By what a caller is known, as an operator writes it: {@code oidc}, {@code certificate} or neither. */
final class BindingForm {
  static final String OIDC = "oidc";
  static final String CERTIFICATE = "certificate";

  private static final String ISSUER = "issuer";
  private static final String SUBJECT = "subject";
  private static final String CLIENT = "clientId";
  private static final String CLAIM = "claim";
  private static final String VALUE = "value";
  private static final String ANYBODY = "anybody";
  private static final String FINGERPRINT = "fingerprint";
  private static final String NAME = "name";

  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
  private static final int LONGEST = 255;

  /** All of it together is a word of the store, which has an end. */
  private static final int LONGEST_CLAIM = 100;

  private BindingForm() {}

  static Optional<Binding> read(Fields spec) {
    Fields token = spec.objectOrNull(OIDC);
    Fields certificate = spec.objectOrNull(CERTIFICATE);
    if (token != null && certificate != null) {
      throw Refused.badRequest(
          "two-proofs", "give " + OIDC + " or " + CERTIFICATE + "; a caller has one kind of proof");
    }
    return token != null
        ? Optional.of(token(token))
        : Optional.ofNullable(certificate).map(BindingForm::certificate);
  }

  static void write(Binding binding, Json out) {
    if (binding instanceof TokenBinding token) {
      out.put(OIDC, json -> write(token, json));
    } else if (binding instanceof CertificateBinding certificate) {
      String member = certificate.by().name().toLowerCase(Locale.ROOT);
      out.put(CERTIFICATE, json -> json.put(member, certificate.value()));
    }
  }

  private static void write(TokenBinding token, Json json) {
    json.put(ISSUER, token.issuer().isEmpty() ? null : token.issuer());
    switch (token.by()) {
      case SUBJECT -> json.put(SUBJECT, token.value());
      case CLIENT -> json.put(CLIENT, token.value());
      case CLAIM -> json.put(CLAIM, token.claim()).put(VALUE, token.value());
      case ANYBODY -> json.put(ANYBODY, true);
    }
  }

  private static TokenBinding token(Fields oidc) {
    oidc.only(ISSUER, SUBJECT, CLIENT, CLAIM, VALUE, ANYBODY);
    String issuer = text(oidc, ISSUER);
    if (issuer != null && !Addresses.isWeb(issuer)) {
      throw wrong(OIDC + "." + ISSUER, "the issuer of a provider, such as https://id.example.com");
    }
    String of = issuer == null ? "" : issuer;
    String subject = text(oidc, SUBJECT);
    String client = text(oidc, CLIENT);
    String claim = text(oidc, CLAIM, LONGEST_CLAIM);
    String value = text(oidc, VALUE);
    boolean anybody = oidc.truthOr(ANYBODY, false);
    int given = (subject == null ? 0 : 1)
        + (client == null ? 0 : 1)
        + (claim == null ? 0 : 1)
        + (anybody ? 1 : 0);
    if (given != 1 || (claim == null) != (value == null)) {
      throw wrong(OIDC, "one of: a subject, a clientId, a claim with its value, or anybody: true");
    }
    if (subject != null) {
      return new TokenBinding(of, TokenBinding.By.SUBJECT, "", subject);
    }
    if (client != null) {
      return new TokenBinding(of, TokenBinding.By.CLIENT, "", client);
    }
    return claim != null && value != null
        ? new TokenBinding(of, TokenBinding.By.CLAIM, claim, value)
        : TokenBinding.anybody(of);
  }

  private static CertificateBinding certificate(Fields certificate) {
    certificate.only(FINGERPRINT, NAME, SUBJECT);
    if (List.of(FINGERPRINT, NAME, SUBJECT).stream().filter(certificate::has).count() != 1) {
      throw wrong(CERTIFICATE, "one of: a fingerprint, a name, or a subject");
    }
    String fingerprint = text(certificate, FINGERPRINT);
    if (fingerprint != null) {
      String plain = fingerprint.replace(":", "").toLowerCase(Locale.ROOT);
      if (!SHA_256.matcher(plain).matches()) {
        throw wrong(CERTIFICATE + "." + FINGERPRINT, "SHA-256 of the certificate: 64 hex digits");
      }
      return new CertificateBinding(CertificateBinding.By.FINGERPRINT, plain);
    }
    String name = text(certificate, NAME);
    if (name != null && !name.chars().allMatch(sign -> sign > ' ' && sign < 0x7f)) {
      throw wrong(CERTIFICATE + "." + NAME, "a DNS name, a URI or a mail address");
    }
    return name != null
        ? new CertificateBinding(CertificateBinding.By.NAME, name.toLowerCase(Locale.ROOT))
        : new CertificateBinding(
            CertificateBinding.By.SUBJECT, subject(text(certificate, SUBJECT)));
  }

  private static String subject(@Nullable String text) {
    if (text == null || !isName(text)) {
      throw wrong(CERTIFICATE + "." + SUBJECT, "a distinguished name such as CN=shop,O=Example");
    }
    return text;
  }

  private static boolean isName(String text) {
    try {
      return !new X500Principal(text).getName().isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static @Nullable String text(Fields fields, String member) {
    return text(fields, member, LONGEST);
  }

  private static @Nullable String text(Fields fields, String member, int longest) {
    String text = fields.textOrNull(member);
    if (text != null
        && (text.isEmpty()
            || text.length() > longest
            || text.chars().anyMatch(Character::isISOControl))) {
      throw wrong(member, "a text of 1 to " + longest + " characters in one line");
    }
    return text;
  }

  private static Refused wrong(String member, String right) {
    return Refused.badRequest("wrong-member", member + " must be " + right);
  }
}
