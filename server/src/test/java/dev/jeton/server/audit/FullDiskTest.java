package dev.jeton.server.audit;

import static dev.jeton.server.audit.LogFixture.assertWritten;
import static dev.jeton.server.audit.LogFixture.outcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is really full: a file system of 256 KiB in memory. */
class FullDiskTest {
  @TempDir
  Path folder;

  private Path data;
  private boolean mounted;

  @BeforeEach
  void mount() throws Exception {
    data = Files.createDirectory(folder.resolve("small"));
    mounted = run("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", data.toString());
    assumeTrue(mounted, "needs the right to mount a tmpfs: run the tests as root on Linux");
  }

  @AfterEach
  void unmount() throws Exception {
    if (mounted) {
      assertThat(run("umount", data.toString())).isTrue();
    }
  }

  private static boolean run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void mintingStopsWhenTheDiskIsFullAndGoesOnWhenThereIsRoom() throws IOException {
    try (LogFixture fixture = new LogFixture(data)) {
      Path ballast = data.resolve("ballast");
      Files.write(ballast, new byte[128 << 10]);
      List<String> acknowledged = new ArrayList<>();
      AuditOutcome last = AuditOutcome.WRITTEN;
      for (int i = 0; last.equals(AuditOutcome.WRITTEN); i++) {
        String request = "r" + i;
        last = outcome(fixture.append(request, request + "b", request + "c"));
        if (last.equals(AuditOutcome.WRITTEN)) {
          acknowledged.addAll(Arrays.asList(request, request + "b", request + "c"));
        }
      }
      assertThat(last)
          .isInstanceOfSatisfying(
              AuditOutcome.Unavailable.class, u -> assertThat(u.why()).contains("No space left"));
      Files.delete(ballast);
      assertWritten(fixture.append("after"));
      acknowledged.add("after");

      List<String> minted = LogFixture.only(fixture.linesAfterStop(), "agora-rtc-mint");
      assertThat(minted.stream().map(LogFixture::request)).containsExactlyElementsOf(acknowledged);
    }
  }
}
