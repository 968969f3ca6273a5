package dev.jeton.server.settings;

import java.nio.file.Path;

/**
 * Where the server keeps what it writes.
 *
 * @param folder made at the first start, for its owner alone
 */
public record DataSettings(Path folder) {}
