package dev.jeton.server.opendoors;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What keeps programs out of an open door that pose as people. */
enum GuardKind {
  NONE,
  /** The browser computes for a moment, see {@link ProofOfWork}. */
  PROOF_OF_WORK,
  /** A provider such as hCaptcha or Turnstile says whether it is a person. */
  CAPTCHA;

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<GuardKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(GuardKind::word).toList();
  }
}
