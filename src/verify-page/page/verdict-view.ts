import { namedCode, type Report } from "#pillars/trace";
import type { Outcome } from "./check.ts";
import { el, icon, type Drawing } from "./dom.ts";
import type { Words } from "./messages/index.ts";

const signals = {
  FAILED: "stop",
  "SELF-CONSISTENT": "ask",
  VERIFIED: "pass",
  "VERIFIED+ANCHORED": "sealed",
} as const satisfies Record<Report["verdict"], Drawing>;

/** The verdict in plain words, and what was found. */
export function verdictView(t: Words, name: string, { report, shown, witnesses }: Outcome): HTMLElement {
  const { verdict, events, notes } = report;
  const signal = signals[verdict];
  const text = verdict === "FAILED" && shown ? t.brokeRules : t.verdictText[verdict](events);
  return el(
    "section",
    { class: `card verdict ${signal}`, id: "verdict", tabindex: "-1", "aria-labelledby": "verdict-title" },
    icon(signal),
    el(
      "div",
      {},
      el("p", { class: "quiet file" }, name, " ", el("span", { class: "pill" }, verdict)),
      el("h2", { id: "verdict-title" }, t.verdict[verdict]),
      findings(t, report),
      el("p", {}, text),
      witnesses && el("p", { id: "witnesses" }, t.witnesses(witnesses.signed, witnesses.asked)),
      notes.length > 0 && el("h3", {}, t.notes),
      notes.length > 0 && el("ul", { class: "plain" }, ...notes.map(({ message }) => el("li", {}, t.note(message)))),
    ),
  );
}

function findings(t: Words, { codes, message, step, part }: Report): HTMLElement | undefined {
  if (codes.length === 0) return undefined;
  const place = step !== undefined ? t.atStep(step) : part === undefined ? undefined : t.inPart(part);
  // The verifier's own sentence belongs to the fault that it names; further codes have their general one.
  const named = codes.lastIndexOf(namedCode(codes) ?? "E00");
  return el(
    "ul",
    { class: "findings" },
    ...codes.map((code, at) =>
      el(
        "li",
        {},
        el("span", { class: "pill" }, code),
        el(
          "span",
          {},
          at === named && t.locale === "en" ? message : t.sentence(code),
          at === named && place ? ` ${place}.` : "",
        ),
      ),
    ),
  );
}
