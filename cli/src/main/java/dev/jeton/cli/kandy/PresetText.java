package dev.jeton.cli.kandy;

import dev.jeton.cli.console.UsageException;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.json.JsonText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A call under a name, written {@code front-page=help@example.com,from=guest,account=a@b}. */
record PresetText(String identifier, Map<String, String> parties) {
  private static final Pattern FORM = Pattern.compile("([^=]+)=(.+)");
  private static final Pattern NEXT = Pattern.compile(",(from|account)=");

  static PresetText read(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new UsageException("--preset: it is written like front-page=help@example.com");
    }
    Map<String, String> parties = new LinkedHashMap<>();
    String rest = form.group(2);
    Matcher next = NEXT.matcher(rest);
    String party = "to";
    int begin = 0;
    while (next.find()) {
      put(parties, party, rest.substring(begin, next.start()));
      party = next.group(1);
      begin = next.end();
    }
    put(parties, party, rest.substring(begin));
    return new PresetText(form.group(1), parties);
  }

  JsonObject json() {
    JsonObject.Builder json = JsonObject.builder();
    parties.forEach((party, name) -> json.put(party, new JsonText(name)));
    return json.build();
  }

  private static void put(Map<String, String> parties, String party, String name) {
    if (parties.put(party, name) != null) {
      throw new UsageException("--preset: " + party + " stands there twice");
    }
  }
}
