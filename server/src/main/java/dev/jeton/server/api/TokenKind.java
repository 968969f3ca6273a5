package dev.jeton.server.api;

import dev.jeton.server.http.Call;
import dev.jeton.server.http.Fields;

/** One kind of token that the API mints: a bean of a platform's room. */
public interface TokenKind {

  /** The platform's word, such as {@code agora}. */
  String platform();

  /** The kind's word, such as {@code rtc}; empty for the platform's general form. */
  String kind();

  /**
   * Mints, or throws {@link dev.jeton.server.http.Refused}.
   *
   * @param request the body, or one item of a batch; members of the envelope are gone
   * @param moment the time and the randomness to use, so that a repeated request can be answered
   *     with the same token
   */
  Minted mint(Call call, Fields request, MintMoment moment);

  /**
   * Whether minting makes or checks signatures of public keys, which takes longer than an event loop
   * may be held up.
   */
  default boolean takesLong() {
    return false;
  }

  /** Whether minting for that call waits for the store, as an event loop may not. */
  default boolean waits(Call call) {
    return false;
  }

  /** The path below {@code /api/v1/tokens/}. */
  default String path() {
    return kind().isEmpty() ? platform() : platform() + "/" + kind();
  }
}
