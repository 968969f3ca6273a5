package dev.jeton.server.http;

import java.util.List;

/** What a room offers, in words for the console. Every bean of this type is asked once, at start. */
public interface Offer {

  /** Plain lines; never a secret. */
  List<String> lines();
}
