package dev.jeton.server.callers;

import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import dev.jeton.server.settings.Network;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A caller as an operator writes it. */
final class CallerForm {
  static final String POLICIES = "policies";

  private static final String NAME = "name";
  private static final String DESCRIPTION = "description";
  private static final String NETWORKS = "networks";
  static final String ENABLED = "enabled";
  private static final String END = "keysEndAfterDays";

  private static final Pattern NAMES = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final int LONGEST_DESCRIPTION = 500;
  private static final int MOST_NETWORKS = 64;
  private static final int MOST_POLICIES = 16;
  private static final int MOST_DAYS = 3_660;

  private CallerForm() {}

  static CallerSpec read(Fields spec) {
    spec.only(
        NAME,
        DESCRIPTION,
        NETWORKS,
        POLICIES,
        ENABLED,
        END,
        BindingForm.OIDC,
        BindingForm.CERTIFICATE);
    return new CallerSpec(
        name(spec.text(NAME)),
        description(spec),
        networks(spec),
        policies(spec),
        spec.truthOr(ENABLED, true),
        Optional.ofNullable(spec.wholeOrNull(END, 1, MOST_DAYS)).map(Duration::ofDays),
        BindingForm.read(spec));
  }

  static void write(CallerSpec spec, Json out) {
    out.put(NAME, spec.name())
        .put(DESCRIPTION, spec.description().orElse(null))
        .put(NETWORKS, spec.networks().stream().map(Network::toString).toList())
        .put(POLICIES, spec.policies())
        .put(ENABLED, spec.enabled());
    spec.keysEndAfter().ifPresent(end -> out.put(END, end.toDays()));
    spec.bound().ifPresent(binding -> BindingForm.write(binding, out));
  }

  /** It stands in logs and in policies, so it has nothing that would need quotes there. */
  private static String name(String name) {
    if (!NAMES.matcher(name).matches()) {
      throw Refused.badRequest(
          "wrong-name", "name must be 1 to 64 of A-Z a-z 0-9 . _ -, with a letter or digit first");
    }
    return name;
  }

  private static Optional<String> description(Fields spec) {
    String text = spec.textOrNull(DESCRIPTION);
    if (text != null
        && (text.length() > LONGEST_DESCRIPTION
            || text.chars().anyMatch(Character::isISOControl))) {
      throw wrong(DESCRIPTION, "one line of at most " + LONGEST_DESCRIPTION + " characters");
    }
    return Optional.ofNullable(text).filter(given -> !given.isEmpty());
  }

  private static List<Network> networks(Fields spec) {
    List<Network> networks = new ArrayList<>();
    for (String text : spec.texts(NETWORKS)) {
      Network network = Network.parse(text);
      if (network == null || networks.size() == MOST_NETWORKS) {
        throw wrong(
            NETWORKS,
            "at most " + MOST_NETWORKS
                + " networks such as 10.0.0.0/8 or fd00::/8, host bits zero");
      }
      networks.add(network);
    }
    return networks;
  }

  private static List<String> policies(Fields spec) {
    List<String> policies = spec.texts(POLICIES).stream().distinct().toList();
    if (policies.size() > MOST_POLICIES) {
      throw wrong(POLICIES, "at most " + MOST_POLICIES + " names or ids of policies");
    }
    return policies;
  }

  private static Refused wrong(String member, String right) {
    return Refused.badRequest("wrong-member", member + " must be " + right);
  }
}
