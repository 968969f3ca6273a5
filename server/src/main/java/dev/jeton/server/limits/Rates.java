package dev.jeton.server.limits;

import dev.jeton.server.settings.LiveSettings;
import java.util.EnumMap;
import java.util.Map;

/**
 * The limits as an operator set them.
 *
 * @param inside whether programs on this machine and the operator are limited too
 */
record Rates(Map<Limit, Integer> byLimit, boolean inside) {

  static Rates read(LiveSettings settings) {
    Map<Limit, Integer> rates = new EnumMap<>(Limit.class);
    rates.put(Limit.MINT, settings.get(LimitsSection.MINT));
    rates.put(Limit.VERIFY, settings.get(LimitsSection.VERIFY));
    rates.put(Limit.ADMINISTER, settings.get(LimitsSection.ADMINISTER));
    rates.put(Limit.NETWORK, settings.get(LimitsSection.NETWORK));
    rates.put(Limit.USER, settings.get(LimitsSection.USER));
    rates.put(Limit.REQUESTER, settings.get(LimitsSection.REQUESTER));
    rates.put(Limit.WRONG_PROOFS, settings.get(LimitsSection.WRONG_PROOFS));
    rates.put(Limit.SIGN_IN, settings.get(LimitsSection.SIGN_IN));
    return new Rates(rates, settings.get(LimitsSection.INSIDE));
  }

  /** How many a minute; 0 for any number. */
  int of(Limit limit) {
    return byLimit.getOrDefault(limit, 0);
  }
}
