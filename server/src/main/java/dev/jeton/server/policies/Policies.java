package dev.jeton.server.policies;

import dev.jeton.server.access.Caller;
import dev.jeton.server.access.Explanations;
import dev.jeton.server.access.Problem;
import dev.jeton.server.access.Right;
import dev.jeton.server.admin.Stored;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Refused;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Decides what callers may have minted. Touches memory only. */
public final class Policies implements Explanations {
  private static final String REFUSED = "not-permitted";

  /** An audit row has room for so much. */
  private static final int MOST_TOLD = 1_000;

  private final Executor preparing;
  private volatile Map<String, Policy> byId = Map.of();
  private volatile Map<String, Policy> byName = Map.of();

  /**
   * @param preparing reads conditions ahead, away from whoever waits
   */
  Policies(Executor preparing) {
    this.preparing = preparing;
  }

  /**
   * Refuses what the caller's policies do not permit. Those who have no policies because they may
   * have everything that a project grants are let through unasked.
   *
   * @param wanted all that the token would be for; each part has to be permitted
   */
  public void require(Call call, Supplier<List<Asked>> wanted) {
    Optional<Requester> requester = requester(call);
    if (requester.isPresent()) {
      List<Asked> parts = wanted.get();
      if (parts.isEmpty()) {
        throw new Refused(
            new Problem(403, REFUSED, "nothing is asked for that could be permitted"));
      }
      for (Asked asked : parts) {
        require(call, asked, decide(requester.get(), asked));
      }
    } else if (!isUnasked(call.caller())) {
      throw new Refused(new Problem(
          403, REFUSED, "tokens are for registered callers and for operators; you are neither"));
    }
  }

  /**
   * The longest lifetime in seconds that the caller's policies allow for that project; {@code most}
   * where they say nothing.
   */
  public long longest(Call call, String platform, String project, long most) {
    return specs(call)
        .filter(spec -> spec.concerns(platform, project))
        .mapToLong(spec -> Math.min(most, spec.longest().orElse(most)))
        .max()
        .orElse(most);
  }

  /**
   * The longest lifetime in seconds, up to that one, for which the caller's policies permit all of
   * it; that one where they permit it for none, or are not asked.
   *
   * @param wanted what the token would be for if it lived so long
   */
  public long fitting(
      Call call, String platform, String project, long most, LongFunction<List<Asked>> wanted) {
    List<Long> shorter = specs(call)
        .filter(spec -> spec.concerns(platform, project))
        .flatMap(spec -> spec.longest().stream().boxed())
        .filter(seconds -> seconds < most)
        .distinct()
        .sorted(Comparator.reverseOrder())
        .toList();
    if (shorter.isEmpty()) {
      return most;
    }
    Requester requester = requester(call).orElseThrow();
    return Stream.concat(Stream.of(most), shorter.stream())
        .filter(seconds -> wanted.apply(seconds).stream()
            .allMatch(asked -> decide(requester, asked).allowed()))
        .findFirst()
        .orElse(most);
  }

  /**
   * Whether the caller may know of that project. One of which its policies say nothing is as unknown
   * to it as one that is not there.
   */
  public boolean reaches(Call call, String platform, String project) {
    return !decideAbout(call) || specs(call).anyMatch(spec -> spec.concerns(platform, project));
  }

  /** Whether the caller may know anything of that platform: one of its policies is for it. */
  public boolean reaches(Call call, String platform) {
    return !decideAbout(call) || specs(call).anyMatch(spec -> spec.platforms().contains(platform));
  }

  /**
   * Whether the exact reasons of what is refused there are for the caller, if it may learn any: a
   * policy that explains is for that project, or for the platform where no project is known.
   */
  public boolean explains(Call call, String platform, Optional<String> project) {
    return call.caller().mayExplain()
        && (!decideAbout(call)
            || specs(call)
                .anyMatch(spec -> spec.explain()
                    && spec.platforms().contains(platform)
                    && project.filter(name -> !spec.concerns(platform, name)).isEmpty()));
  }

  /** The user that is the caller's own, where policies decide about that caller. */
  public Optional<String> ownUser(Call call) {
    return requester(call).map(Requester::user);
  }

  /** Whether what the caller gets, and gets to know, is for policies to say. */
  public boolean decideAbout(Call call) {
    return requester(call).isPresent();
  }

  private static Optional<Requester> requester(Call call) {
    return Requester.of(call.caller(), call.client());
  }

  /** Those of the caller's policies; none where policies do not decide about it. */
  private Stream<PolicySpec> specs(Call call) {
    return requester(call).stream()
        .flatMap(requester -> those(requester.policies()).stream())
        .map(Policy::spec);
  }

  @Override
  public boolean granted(List<String> ids) {
    return those(ids).stream().anyMatch(policy -> policy.spec().explain());
  }

  Decision decide(Requester requester, Asked asked) {
    Question question = new Question(requester, asked);
    List<Decision.Said> why = new ArrayList<>();
    for (Policy policy : those(requester.policies())) {
      Optional<String> objection = policy.objection(question);
      why.add(new Decision.Said(policy.name(), objection));
      if (objection.isEmpty()) {
        break;
      }
    }
    return new Decision(why);
  }

  /** The one of that id or name. */
  Optional<Policy> find(String reference) {
    return Optional.ofNullable(byId.get(reference))
        .or(() -> Optional.ofNullable(byName.get(folded(reference))));
  }

  void hold(List<Stored<PolicySpec>> all) {
    Map<String, Policy> before = byId;
    Map<String, Policy> ids = new HashMap<>();
    Map<String, Policy> names = new HashMap<>();
    List<Policy> added = new ArrayList<>();
    for (Stored<PolicySpec> one : all) {
      Policy policy = before.get(one.id());
      if (policy == null || !policy.spec().equals(one.spec())) {
        policy = new Policy(one.id(), one.spec());
        added.add(policy);
      }
      ids.put(policy.id(), policy);
      names.put(folded(policy.name()), policy);
    }
    byId = ids;
    byName = names;
    if (!added.isEmpty()) {
      preparing.execute(() -> added.forEach(Policy::prepare));
    }
  }

  private void require(Call call, Asked asked, Decision decision) {
    if (decision.allowed()) {
      return;
    }
    String outside = call.caller().proven()
        ? "your policies do not permit such a token"
        : "without a proof this door gives no such token";
    String line = decision.line();
    boolean explained =
        explains(call, asked.text(Word.PLATFORM), Optional.of(asked.text(Word.PROJECT)));
    Problem problem = new Problem(403, REFUSED, explained ? outside + ": " + line : outside);
    throw new Refused(problem)
        .recordedAs(
            decision.why().isEmpty() ? "no-policy" : REFUSED,
            Map.of("why", line.substring(0, Math.min(line.length(), MOST_TOLD))));
  }

  private static boolean isUnasked(Caller caller) {
    return caller instanceof Caller.Local
        || caller instanceof Caller.Operator
        || caller instanceof Caller.Anonymous
        || caller.may(Right.ANYTHING);
  }

  private List<Policy> those(List<String> ids) {
    Map<String, Policy> all = byId;
    List<Policy> those = new ArrayList<>();
    for (String id : ids) {
      Policy policy = all.get(id);
      if (policy != null) {
        those.add(policy);
      }
    }
    return those;
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
