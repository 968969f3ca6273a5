package dev.jeton.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PageTest {

  @Test
  void blocksKeepTheirPlaceLanguageAndMarks() {
    Page page = Page.parse("a.md", """
            Text.

            <!-- random: uid, token -->
            <!-- after: stop() -->

            ```js
            start()
            ```

            1. In a list:
               ```sh
               ls
                 -l
               ```
            """);

    assertThat(page.fences()).hasSize(2);
    Fence script = page.fences().get(0);
    assertThat(script.place()).isEqualTo("a.md, line 6");
    assertThat(script.language()).isEqualTo("js");
    assertThat(script.mark("random")).isEqualTo("uid, token");
    assertThat(script.completeText()).isEqualTo("start()\nstop()\n");
    assertThat(page.fences().get(1).text()).isEqualTo("ls\n  -l");
    assertThat(page.fences().get(1).marks()).isEmpty();
  }

  @Test
  void aMarkCountsOnlyDirectlyAboveItsBlock() {
    Page page = Page.parse("a.md", "<!-- serves -->\nBut first:\n```sh\nls\n```\n");

    assertThat(page.fences().get(0).isMarked("serves")).isFalse();
  }

  @Test
  void anUnknownMarkIsRefused() {
    assertThatThrownBy(() -> Page.parse("a.md", "<!-- skip: no -->\n```sh\nls\n```\n"))
        .hasMessageContaining("a.md, line 2: unknown mark 'skip'");
  }

  @Test
  void leavingABlockOutNeedsAReason() {
    assertThatThrownBy(() -> Page.parse("a.md", "<!-- not-run: -->\n```sh\nls\n```\n"))
        .hasMessageContaining("a.md, line 2: 'not-run' needs a reason");
  }

  @Test
  void aBlockThatIsNeverClosedIsRefused() {
    assertThatThrownBy(() -> Page.parse("a.md", "```sh\nls\n"))
        .hasMessageContaining("a.md, line 1: the block is never closed");
  }
}
