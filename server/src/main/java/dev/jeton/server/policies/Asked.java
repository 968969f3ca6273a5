package dev.jeton.server.policies;

import dev.jeton.tokens.json.JsonObject;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody wants minted, as policies see it.
 *
 * @param words empty where the request has none
 * @param services all services that the token is for
 * @param powers what is dangerous about it, in the words of its {@link MintedPlatform}
 * @param ttl its lifetime in seconds; 0 for one without an end
 * @param claims what it says besides, as far as the request chooses that
 */
public record Asked(
    Map<Word, String> words,
    List<String> services,
    List<String> powers,
    long ttl,
    JsonObject claims) {

  public Asked {
    words = Map.copyOf(words);
    services = List.copyOf(services);
    powers = List.copyOf(powers);
  }

  /** A token of that kind under that project, realm, issuer or credential. */
  public static Asked of(String platform, String kind, String project, long ttl) {
    return new Asked(
        Map.of(Word.PLATFORM, platform, Word.KIND, kind, Word.PROJECT, project),
        List.of(),
        List.of(),
        ttl,
        JsonObject.empty());
  }

  public Asked with(Word word, String text) {
    Map<Word, String> more = new EnumMap<>(words);
    more.put(word, text);
    return new Asked(more, services, powers, ttl, claims);
  }

  public Asked services(List<String> all) {
    return new Asked(words, all, powers, ttl, claims);
  }

  public Asked powers(Collection<String> all) {
    return new Asked(words, services, List.copyOf(all), ttl, claims);
  }

  public Asked claims(JsonObject all) {
    return new Asked(words, services, powers, ttl, all);
  }

  /** Empty where the request has none. */
  public String text(Word word) {
    return words.getOrDefault(word, "");
  }

  /** Without what it says: there may be names of people in it. */
  @Override
  public String toString() {
    return "Asked[" + text(Word.PLATFORM) + ", " + text(Word.KIND) + "]";
  }
}
