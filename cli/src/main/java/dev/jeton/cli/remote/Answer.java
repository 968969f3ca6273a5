package dev.jeton.cli.remote;

import dev.jeton.tokens.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What a server answered to a request that it carried out.
 *
 * @param body its one JSON object; without members when the answer was empty
 * @param etag the version of the thing, in quotes, where it has one
 */
public record Answer(JsonObject body, @Nullable String etag) {}
