package dev.jeton.server.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Small chains, and what a verification says of them. */
final class Chains {
  static final String AT = "2026-01-02T03:04:05.678Z";

  private Chains() {}

  static void write(Path folder, int rows, long segmentBytes) throws IOException {
    write(folder, rows, 1, segmentBytes);
  }

  static void write(Path folder, int rows, int together, long segmentBytes) throws IOException {
    try (ChainWriter chain = ChainWriter.resume(new DiskFolder(folder), segmentBytes)) {
      for (int i = 0; i < rows; ) {
        chain.prepare();
        for (int end = Math.min(rows, i + together); i < end; i++) {
          row(chain, "row-" + i);
        }
        chain.commit();
      }
    }
  }

  static long row(ChainWriter chain, String request) {
    ChainLine line = chain.begin(AT);
    line.text("event", "agora-rtc-mint");
    line.text("outcome", "minted");
    line.text("code", "NONE");
    line.text("caller", "app");
    line.text("request", request);
    line.text("route", "/rtctoken");
    line.text("platform", "agora");
    line.details(Map.of("channel", "room", "uid", "7"));
    line.text("token", "0123");
    line.number("count", 3);
    return chain.seal();
  }

  static ChainVerdict verify(Path folder, @Nullable String head) throws IOException {
    return new ChainVerifier(folder, head, (done, total) -> {}).verify();
  }

  static ChainVerdict.Intact intact(Path folder) throws IOException {
    ChainVerdict verdict = verify(folder, null);
    assertThat(verdict).isInstanceOf(ChainVerdict.Intact.class);
    return (ChainVerdict.Intact) verdict;
  }

  static ChainVerdict.Broken broken(Path folder) throws IOException {
    ChainVerdict verdict = verify(folder, null);
    assertThat(verdict).isInstanceOf(ChainVerdict.Broken.class);
    return (ChainVerdict.Broken) verdict;
  }

  static Path segment(Path folder, int number) {
    return folder.resolve("%06d.jsonl".formatted(number));
  }

  static List<String> lines(Path segment) throws IOException {
    return Files.readAllLines(segment, StandardCharsets.UTF_8);
  }

  static void put(Path segment, List<String> lines) throws IOException {
    Files.writeString(segment, String.join("\n", lines) + "\n");
  }
}
