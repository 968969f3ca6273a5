package dev.jeton.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class StepTest {

  @Test
  void aBlockRunsAndTheNextOneIsWhatItPrints() {
    List<Step> steps = steps("```sh\nls\n```\nprints\n```text\na\n```\n```js\nf()\n```\n");

    assertThat(steps).hasSize(2).allMatch(Step.Run.class::isInstance);
    assertThat(((Step.Run) steps.get(0)).printed()).isNotNull();
    assertThat(((Step.Run) steps.get(1)).printed()).isNull();
  }

  @Test
  void marksAndLanguageDecideWhatHappens() {
    List<Step> steps = steps("""
            <!-- not-run: clones from the network -->
            ```sh
            git clone x
            ```
            <!-- serves -->
            ```sh
            ./jeton serve
            ```
            ```java
            int a = 1;
            ```
            """);

    assertThat(steps.get(0))
        .isInstanceOfSatisfying(
            Step.ShowOnly.class,
            shown -> assertThat(shown.reason()).isEqualTo("clones from the network"));
    assertThat(steps.get(1)).isInstanceOf(Step.Serve.class);
    assertThat(steps.get(2)).isInstanceOf(Step.Compile.class);
  }

  @Test
  void anUnknownLanguageIsRefused() {
    assertThatThrownBy(() -> steps("```ruby\nputs 1\n```\n"))
        .hasMessageContaining("a.md, line 1: a 'ruby' block");
  }

  @Test
  void outputWithoutABlockThatPrintsItIsRefused() {
    assertThatThrownBy(() -> steps("```json\n{}\n```\n"))
        .hasMessageContaining("a.md, line 1: a 'json' block");
  }

  private static List<Step> steps(String markdown) {
    return Step.of(Page.parse("a.md", markdown));
  }
}
