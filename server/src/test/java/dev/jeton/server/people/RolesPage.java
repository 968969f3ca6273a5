package dev.jeton.server.people;

import dev.jeton.server.access.Need;
import dev.jeton.server.access.Right;
import dev.jeton.server.access.Role;
import dev.jeton.server.people.Everybody.Asked;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** docs/roles.md, put together from what every operation said to everybody. */
final class RolesPage {
  private static final String HEAD = """
      # Who may do what

      Every operation of the API asks for one right: what is done (read, write, reveal, rotate, approve, export) with which
      resource. This page is made by a test that asks each of them as everybody, so it is what the server does.

      - **operator**, **approver**, **auditor** and **developer** are the roles of [people](people.md); who has several may
        what any of them may.
      - Whoever holds `admin.token` may what an operator may, but has no session of its own.
      - A **caller** is a program that proves itself. What it may have minted is decided by its policies; it administers nothing.
      - **anonymous** is whoever comes from elsewhere without a proof. Programs on this machine may besides have tokens minted,
        verified and inspected; `access.anonymous` opens that to everybody.
      - With a session, what is dangerous takes the password again after five minutes; [which operations do](#what-takes-a-fresh-proof)
        stands at the end.

      | what | right | operator | approver | auditor | developer | caller | anonymous |
      |---|---|---|---|---|---|---|---|
      """;

  private final Map<String, Set<String>> whoByRight = new TreeMap<>();
  private final Map<String, List<String>> operationsByRight = new TreeMap<>();

  void add(Operation operation, Asked asked, Set<String> who) {
    String row = row(asked);
    Set<String> before = whoByRight.putIfAbsent(row, who);
    if (before != null && !before.equals(who)) {
      throw new AssertionError(
          operation + " is for " + who + ", and others of " + row + " for " + before);
    }
    operationsByRight.computeIfAbsent(row, key -> new ArrayList<>()).add(operation.toString());
  }

  private static String row(Asked asked) {
    return switch (asked.need()) {
      case OPEN -> "| what is open | |";
      case MINT -> "| tokens | mint |";
      case VERIFY -> "| tokens | verify, inspect |";
      case INSIDE, ADMINISTRATION ->
        "| " + asked.right().resource() + " | "
            + asked.right().verb().name().toLowerCase(Locale.ROOT) + " |";
    };
  }

  String markdown(List<String> fresh) {
    StringBuilder page = new StringBuilder(HEAD);
    List<String> columns =
        new ArrayList<>(Arrays.stream(Role.values()).map(Role::word).toList());
    columns.addAll(List.of(Everybody.CALLER, Everybody.ANONYMOUS));
    whoByRight.forEach((row, who) -> {
      page.append(row);
      for (String column : columns) {
        page.append(who.contains(column) ? mark(row, column) : " |");
      }
      page.append('\n');
    });
    page.append("\n## Which operations\n\n| right | operations |\n|---|---|\n");
    operationsByRight.forEach((row, operations) -> page.append("| ")
        .append(row.replace("|", " ").strip().replaceAll(" +", " "))
        .append(" | `")
        .append(String.join("`, `", operations))
        .append("` |\n"));
    page.append("\n## What takes a fresh proof\n\n")
        .append("Of somebody who signed in, the password of the last five minutes:\n\n");
    fresh.forEach(operation -> page.append("- `").append(operation).append("`\n"));
    return page.toString();
  }

  private static String mark(String row, String column) {
    boolean byPolicy = column.equals(Everybody.CALLER) && row.equals(row(minting()));
    return byPolicy ? " by policy |" : " yes |";
  }

  private static Asked minting() {
    return new Asked(Need.MINT, Right.ANYTHING);
  }
}
