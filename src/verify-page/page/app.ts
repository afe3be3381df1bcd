import type { VerifyProgress } from "#pillars/trace";
import type { PageParts } from "../frame.ts";
import { check } from "./check.ts";
import { linesOf, receiptsOf, type Dropped } from "./intake.ts";
import { firstLanguage, words } from "./messages/index.ts";
import { hexDigest, ownDigest } from "./own-digest.ts";
import { updateProgress } from "./progress-view.ts";
import { quorumOf } from "./witnesses.ts";
import { screenOf, type Actions, type State } from "./screen.ts";

export function startApp(root: HTMLElement, parts: PageParts): void {
  const digest = ownDigest(parts);
  const state: State = {
    language: firstLanguage(navigator.languages),
    file: undefined,
    keys: "",
    receipts: "",
    quorum: "",
    checked: { state: "none" },
    page: undefined,
  };
  let cancel = new AbortController();

  async function run(): Promise<void> {
    const { file } = state;
    const keys = linesOf(state.keys);
    const quorum = quorumOf(state.quorum, keys);
    if (quorum === undefined) root.querySelector<HTMLElement>("#quorum")?.focus();
    if (file === undefined || quorum === undefined) return;
    cancel.abort();
    const mine = new AbortController();
    cancel = mine;
    state.checked = { state: "checking", name: file.name };
    draw();
    const given = { keys, quorum, receipts: receiptsOf(state.receipts) };
    const checked = await check(file, given, { signal: mine.signal, onProgress: showProgress }).then(
      (outcome): State["checked"] => ({ state: "done", name: file.name, outcome }),
      (): State["checked"] => ({ state: "problem", text: mine.signal.aborted ? "cancelled" : "unreadable" }),
    );
    // Meanwhile another file may have been dropped.
    if (cancel !== mine) return;
    state.checked = checked;
    draw();
    root.querySelector<HTMLElement>("#verdict")?.focus();
  }

  async function take({ bundle, keys, receipts, page }: Dropped): Promise<void> {
    state.keys = joined(state.keys, keys, "\n");
    state.receipts = joined(state.receipts, receipts, "\n\n");
    if (page !== undefined)
      state.page = { name: page.name, digest: hexDigest(new Uint8Array(await page.arrayBuffer())) };
    state.file = bundle ?? state.file;
    if (state.file === undefined || (bundle === undefined && page !== undefined)) draw();
    else await run();
  }

  const actions: Actions = {
    take,
    approve(vkey) {
      state.keys = joined(state.keys, [vkey], "\n");
      void run();
    },
    checkAgain: () => void run(),
    cancel: () => cancel.abort(),
    switchLanguage() {
      state.language = state.language === "en" ? "de" : "en";
      draw();
    },
  };

  /** In place: the page is drawn anew only when something else is to be seen. */
  function showProgress(progress: VerifyProgress): void {
    const view = root.querySelector<HTMLElement>("#checking");
    if (view) updateProgress(view, progress, words[state.language]);
  }

  function draw(): void {
    document.documentElement.lang = state.language;
    document.title = `Gatehouse: ${words[state.language].title}`;
    root.replaceChildren(...screenOf(state, digest, actions));
  }

  followTheme();
  draw();
}

/** The colours are named by an attribute, as in the app. */
function followTheme(): void {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const set = () => (document.documentElement.dataset["theme"] = dark.matches ? "dark" : "light");
  dark.addEventListener("change", set);
  set();
}

function joined(text: string, more: readonly string[], between: string): string {
  const all = new Set([text.trim(), ...more.map((each) => each.trim())].filter(Boolean));
  return [...all].join(between);
}
