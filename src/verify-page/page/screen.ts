import { limitsView, ownView } from "./about.ts";
import type { Outcome } from "./check.ts";
import { button, el, icon } from "./dom.ts";
import { compareView, dropView, linesOf, type Dropped } from "./intake.ts";
import { words, type Language } from "./messages/index.ts";
import { progressView } from "./progress-view.ts";
import { runView } from "./run-view.ts";
import { verdictView } from "./verdict-view.ts";

type Checked =
  | { readonly state: "none" }
  | { readonly state: "checking"; readonly name: string }
  | { readonly state: "problem"; readonly text: "cancelled" | "unreadable" }
  | { readonly state: "done"; readonly name: string; readonly outcome: Outcome };

/** Everything that the page remembers; it is drawn anew from this. */
export interface State {
  language: Language;
  file: File | undefined;
  keys: string;
  receipts: string;
  /** How many witnesses must have signed, as it was typed. */
  quorum: string;
  checked: Checked;
  /** A verify.html that was dropped, to learn its digest. */
  page: { readonly name: string; readonly digest: string } | undefined;
}

export interface Actions {
  readonly take: (dropped: Dropped) => Promise<void>;
  readonly approve: (vkey: string) => void;
  readonly checkAgain: () => void;
  readonly cancel: () => void;
  readonly switchLanguage: () => void;
}

/** The whole page as the state has it; `digest` is what it says of itself. */
export function screenOf(state: State, digest: string, actions: Actions): readonly HTMLElement[] {
  const t = words[state.language];
  const { checked } = state;
  const outcome = checked.state === "done" ? checked.outcome : undefined;
  const header = el(
    "header",
    { class: "bar" },
    icon("gate"),
    el("b", {}, "Gatehouse"),
    el("span", { class: "grow" }),
    button(t.language, actions.switchLanguage),
  );
  const main = el(
    "main",
    {},
    el("h1", {}, t.title),
    el("p", { class: "lead" }, t.intro),
    dropView(t, checked.state === "none" ? t.choose : t.another, actions.take),
    checked.state === "checking" && progressView(t, checked.name, actions.cancel),
    checked.state === "problem" && el("p", { class: "card", role: "alert" }, t[checked.text]),
    checked.state === "done" && verdictView(t, checked.name, checked.outcome),
    outcome?.shown && runView(t, outcome, linesOf(state.keys), actions.approve),
    compareView(t, state, actions.checkAgain),
    limitsView(t),
    ownView(t, digest, outcome?.shown?.manifest.files, state.page),
  );
  return [header, main];
}
