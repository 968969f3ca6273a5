package dev.jeton.server.api;

import dev.jeton.server.http.Call;
import dev.jeton.server.http.Fields;

/** Verifies a platform's tokens for {@code POST /api/v1/verify}: a bean of a platform's room. */
public interface TokenVerifier {

  /** The platform's word, such as {@code agora}. */
  String platform();

  /**
   * Verifies, or throws {@link dev.jeton.server.http.Refused} when the request itself is wrong.
   *
   * @param request the whole body
   * @param lenient whether checks may be left out for want of context
   */
  Verdict verify(Call call, Fields request, boolean lenient);
}
