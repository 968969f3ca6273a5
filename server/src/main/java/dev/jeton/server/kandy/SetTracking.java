package dev.jeton.server.kandy;

import java.util.ArrayList;
import java.util.List;

/**
 * What Jeton keeps of the sets of a realm beyond what their format says.
 *
 * @param issuedOnly whether only sets count that were issued here
 * @param singleUse whether a set that was redeemed counts no more, for verifying too
 */
public record SetTracking(boolean issuedOnly, boolean singleUse) {
  /** Nothing. */
  public static final SetTracking NONE = new SetTracking(false, false);

  /** The word for the check whether it was issued here. */
  public static final String ISSUED = "issued";

  /** The word for the check whether it was used. */
  public static final String USED = "used";

  /** What is asked of whole sets, and so cannot be said of one token. */
  public List<String> words() {
    List<String> words = new ArrayList<>();
    if (issuedOnly) {
      words.add(ISSUED);
    }
    if (singleUse) {
      words.add(USED);
    }
    return words;
  }
}
