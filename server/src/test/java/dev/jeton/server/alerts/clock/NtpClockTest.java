package dev.jeton.server.alerts.clock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.alerts.AlertsSection;
import dev.jeton.server.settings.LiveSettings;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class NtpClockTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final long EPOCH_SECONDS = 2_208_988_800L;

  private static long stamp(Instant time) {
    return (time.getEpochSecond() + EPOCH_SECONDS) << 32
        | ((long) time.getNano() << 32) / 1_000_000_000L;
  }

  private static byte[] answer(byte[] question, Instant time) {
    return ByteBuffer.allocate(48)
        .put(0, (byte) 0x24)
        .put(1, (byte) 2)
        .putLong(24, ByteBuffer.wrap(question).getLong(40))
        .putLong(32, stamp(time))
        .putLong(40, stamp(time))
        .array();
  }

  /** A server that answers one question. */
  private static Optional<Offset> ask(UnaryOperator<byte[]> answers) throws Exception {
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      Thread server = new Thread(() -> serve(socket, answers), "ntp stand-in");
      server.start();
      String address = "127.0.0.1:" + socket.getLocalPort();
      LiveSettings live = new LiveSettings(
          new AlertsSection().live(), Map.of("alerts.ntp-server", List.of(address)));
      Optional<Offset> offset = new NtpClock(live, () -> NOON, new Random(5)).ask();
      server.join();
      return offset;
    }
  }

  private static void serve(DatagramSocket socket, UnaryOperator<byte[]> answers) {
    try {
      DatagramPacket packet = new DatagramPacket(new byte[48], 48);
      socket.receive(packet);
      byte[] answer = answers.apply(packet.getData());
      socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theOffsetIsWhatTheServerSays() throws Exception {
    Optional<Offset> behind = ask(question -> answer(question, NOON.plusMillis(7_500)));
    assertThat(behind.orElseThrow().seconds()).isCloseTo(-7.5, within());
    Optional<Offset> ahead = ask(question -> answer(question, NOON.minusMillis(250)));
    assertThat(ahead.orElseThrow().seconds()).isCloseTo(0.25, within());
  }

  @Test
  void theEraThatBeginsIn2036IsUnderstood() {
    byte[] answer = answer(NtpPacket.question(3), Instant.parse("2036-02-07T06:28:20Z"));
    assertThat(NtpPacket.time(answer, 48, 3)).contains(Instant.parse("2036-02-07T06:28:20Z"));
  }

  @Test
  void anAnswerToAnotherQuestionOrOfAServerThatDoesNotKnowIsNone() {
    byte[] good = answer(NtpPacket.question(3), NOON);
    assertThat(NtpPacket.time(good, 48, 3)).contains(NOON);
    assertThat(NtpPacket.time(good, 48, 4)).isEmpty();
    assertThat(NtpPacket.time(good, 47, 3)).isEmpty();
    assertThat(NtpPacket.time(changed(good, 0, 0xe4), 48, 3)).isEmpty();
    assertThat(NtpPacket.time(changed(good, 0, 0x23), 48, 3)).isEmpty();
    assertThat(NtpPacket.time(changed(good, 1, 0), 48, 3)).isEmpty();
    assertThat(NtpPacket.time(changed(good, 1, 16), 48, 3)).isEmpty();
  }

  @Test
  void withoutASettingNobodyIsAsked() {
    LiveSettings live = new LiveSettings(new AlertsSection().live(), Map.of());
    assertThat(new NtpClock(live, () -> NOON, new Random(5)).ask()).isEmpty();
  }

  private static byte[] changed(byte[] packet, int at, int value) {
    byte[] other = packet.clone();
    other[at] = (byte) value;
    return other;
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.data.Offset.offset(Duration.ofMillis(1).toMillis() / 1000.0);
  }
}
