package dev.jeton.server.callers;

/** By what a caller is known that brings no API key. */
sealed interface Binding permits TokenBinding, CertificateBinding {

  /** Unique among callers, so that no two are meant by the same. */
  String word();

  /** The higher, the more exactly it says who is meant; of several that fit the highest counts. */
  int rank();
}
