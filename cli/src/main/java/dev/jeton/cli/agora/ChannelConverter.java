package dev.jeton.cli.agora;

import dev.jeton.cli.console.UsageException;
import dev.jeton.tokens.agora.Channel;
import picocli.CommandLine.ITypeConverter;

/** Reads a channel to mint for: an ordinary name, or one with {@code *} in it. */
final class ChannelConverter implements ITypeConverter<Channel> {
  @Override
  public Channel convert(String text) {
    if (text.isEmpty()) {
      throw new UsageException("it is empty; every channel is written *");
    }
    Channel channel = new Channel(text);
    // A star stands where other characters may stand, so any of them tells about the rest.
    if (!new Channel(text.replace('*', '-')).isOrdinary()) {
      throw new UsageException("a channel is 1.." + Channel.MAX_BYTES
          + " characters out of a-z A-Z 0-9, space and !#$%&()+-:;<=.>?@[]^_{}|~,"
          + " and * for any characters");
    }
    return channel;
  }
}
