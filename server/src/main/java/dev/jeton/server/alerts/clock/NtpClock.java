package dev.jeton.server.alerts.clock;

import dev.jeton.server.alerts.AlertsSection;
import dev.jeton.server.settings.LiveSettings;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The clock of the NTP server that an operator named, asked once by SNTP (RFC 4330). */
final class NtpClock implements OtherClock {
  private static final int PORT = 123;
  private static final int MOST_PORT = 65_535;
  private static final int TIMEOUT_MILLIS = 2_000;

  private final LiveSettings live;
  private final InstantSource clock;
  private final RandomGenerator random;

  NtpClock(LiveSettings live, InstantSource clock, RandomGenerator random) {
    this.live = live;
    this.clock = clock;
    this.random = random;
  }

  @Override
  public String name() {
    return "ntp";
  }

  @Override
  public String owner() {
    return live.get(AlertsSection.NTP_SERVER).orElse("an NTP server") + "'s";
  }

  @Override
  public Optional<Offset> ask() {
    return live.get(AlertsSection.NTP_SERVER).flatMap(this::ask);
  }

  private Optional<Offset> ask(String server) {
    // Sent in place of our own time, which is nobody's business; who answers must have seen it.
    long nonce = random.nextLong();
    byte[] question = NtpPacket.question(nonce);
    DatagramPacket answer = new DatagramPacket(new byte[NtpPacket.LENGTH], NtpPacket.LENGTH);
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.connect(address(server));
      Instant asked = clock.instant();
      socket.send(new DatagramPacket(question, question.length));
      socket.receive(answer);
      Instant answered = clock.instant();
      return NtpPacket.time(answer.getData(), answer.getLength(), nonce)
          .map(theirs -> Offset.of(asked, theirs, answered));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static InetSocketAddress address(String server) throws IOException {
    int colon = server.lastIndexOf(':');
    boolean hasPort = colon > 0 && !server.endsWith("]");
    int port = hasPort ? Integer.parseInt(server.substring(colon + 1)) : PORT;
    InetSocketAddress address = new InetSocketAddress(
        hasPort ? server.substring(0, colon) : server, Math.min(port, MOST_PORT));
    if (address.isUnresolved()) {
      throw new IOException("no such host");
    }
    return address;
  }
}
