import { shareOf, type VerifyProgress } from "#pillars/trace";
import { button, el } from "./dom.ts";
import type { Words } from "./messages/index.ts";

/** How far the check has come, in words and as a bar, and the way to end it. */
export function progressView(t: Words, name: string, cancel: () => void): HTMLElement {
  return el(
    "section",
    { class: "card checking", id: "checking", "aria-label": t.title },
    el("p", { class: "strong", role: "status" }, name),
    button(t.cancel, cancel),
    el("progress", { "aria-label": t.title, max: "1" }),
    el("p", { class: "quiet count" }, t.pass.file),
  );
}

export function updateProgress(view: HTMLElement, progress: VerifyProgress, t: Words): void {
  const { pass, done, total } = progress;
  const bar = view.querySelector("progress");
  const count = view.querySelector(".count");
  if (!bar || !count) return;
  // The steps are counted by the second pass.
  bar.value = shareOf(progress);
  count.textContent = total === 0 ? t.pass[pass] : `${t.pass[pass]} ${t.progress(done, total)}`;
}
