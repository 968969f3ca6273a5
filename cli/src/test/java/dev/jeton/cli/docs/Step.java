package dev.jeton.cli.docs;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the test does with one block of a page. */
sealed interface Step {

  Fence fence();

  /** Runs, and prints what {@code printed} shows, when the page shows it. */
  record Run(Fence fence, @Nullable Fence printed) implements Step {}

  record Serve(Fence fence) implements Step {}

  record Compile(Fence fence) implements Step {}

  record ShowOnly(Fence fence, String reason) implements Step {}

  static List<Step> of(Page page) {
    List<Step> steps = new ArrayList<>();
    List<Fence> fences = page.fences();
    for (int i = 0; i < fences.size(); i++) {
      Fence fence = fences.get(i);
      if (fence.isMarked("not-run")) {
        steps.add(new ShowOnly(fence, fence.mark("not-run")));
      } else if (fence.isMarked("serves")) {
        steps.add(new Serve(fence));
      } else if (fence.language().equals("java")) {
        steps.add(new Compile(fence));
      } else if (fence.language().equals("sh") || fence.language().equals("js")) {
        boolean shown = i + 1 < fences.size() && isOutput(fences.get(i + 1));
        steps.add(new Run(fence, shown ? fences.get(++i) : null));
      } else {
        throw new IllegalArgumentException(
            "%s: a '%s' block is neither run nor compiled nor the output of the block"
                    .formatted(fence.place(), fence.language())
                + " before it; mark it <!-- not-run: reason -->");
      }
    }
    return steps;
  }

  private static boolean isOutput(Fence fence) {
    return !fence.isMarked("not-run")
        && (fence.language().equals("json") || fence.language().equals("text"));
  }
}
