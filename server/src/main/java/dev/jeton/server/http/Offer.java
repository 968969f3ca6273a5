package dev.jeton.server.http;

import java.util.List;

/** What a room offers, in words for the console. Every bean of this type is asked once, at start. */
public interface Offer {

  /** Plain lines; never a secret. */
  List<String> lines();

  /** The same where the address under which this machine reaches the server is told. */
  default List<String> lines(String address) {
    return lines();
  }
}
