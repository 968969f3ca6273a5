package dev.jeton.server.callers;

import java.util.Locale;

/** A kind of alternative name, with what RFC 5280 says about comparing it. */
enum NameKind {
  /** The host ignores case, and who it is there does not. */
  MAIL(1),
  /** Ignores case; a wildcard is a text like others. */
  DNS(2),
  /** Compared exactly: SPIFFE and others tell paths apart by case. */
  URI(6);

  /** Of GeneralName in a certificate. */
  private final int tag;

  NameKind(int tag) {
    this.tag = tag;
  }

  /** No host name has a colon or an at sign, and no mail address a colon. */
  static NameKind of(String text) {
    return text.indexOf(':') >= 0 ? URI : text.indexOf('@') >= 0 ? MAIL : DNS;
  }

  boolean hasTag(Object other) {
    return other.equals(tag);
  }

  String folded(String text) {
    return switch (this) {
      case MAIL -> {
        int host = text.lastIndexOf('@') + 1;
        yield text.substring(0, host) + text.substring(host).toLowerCase(Locale.ROOT);
      }
      case DNS -> text.toLowerCase(Locale.ROOT);
      case URI -> text;
    };
  }

  /** The same text in another kind of name is another name. */
  String exact(String text) {
    return this + " " + folded(text);
  }
}
