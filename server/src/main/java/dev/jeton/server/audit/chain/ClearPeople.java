package dev.jeton.server.audit.chain;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds a person in rows of the earlier form, whose details told people in clear. */
final class ClearPeople {
  private static final String OPEN = ",\"details\":{";
  private static final Pattern DETAIL =
      Pattern.compile("\\G[{,]\"((?:[^\"\\\\]|\\\\.)*+)\":\"((?:[^\"\\\\]|\\\\.)*+)\"");

  /** What the earlier form called people. */
  private static final Pattern ROLE = Pattern.compile("account|from|to|publicKey|service\\d+");

  private final String whole;
  private final String inside;

  ClearPeople(String person) {
    whole = NameLine.escaped(person);
    inside = " user=" + whole + " ";
  }

  /** Whether a detail is this person, or is the text of a service that has this user. */
  boolean in(String line) {
    int from = line.indexOf(OPEN);
    if (from < 0 || RowPeople.of(line) != null) {
      return false;
    }
    Matcher detail = DETAIL.matcher(line).region(from + OPEN.length() - 1, line.length());
    while (detail.find()) {
      if (ROLE.matcher(detail.group(1)).matches()
          && (detail.group(2).equals(whole) || detail.group(2).contains(inside))) {
        return true;
      }
    }
    return false;
  }
}
