package dev.jeton.bench.tokens;

/** Who does the work, by the name of its method in the JMH class. */
enum Contender {
  JETON("jeton", "Jeton"),
  OFFICIAL("official", "official library"),
  BARE("bare", "bare cryptography"),
  BARE_BY_MAC("bareByMac", "same by javax.crypto.Mac");

  private final String method;
  private final String label;

  Contender(String method, String label) {
    this.method = method;
    this.label = label;
  }

  String label() {
    return label;
  }

  static Contender ofMethod(String method) {
    for (Contender contender : values()) {
      if (contender.method.equals(method)) {
        return contender;
      }
    }
    throw new IllegalArgumentException("no contender is named " + method);
  }
}
