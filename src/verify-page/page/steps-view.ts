import type { RunEvent } from "#engine";
import { button, el } from "./dom.ts";
import type { Words } from "./messages/index.ts";
import { clock, json } from "./shared.ts";

const page = 200;

/** Every step that is listed, some hundred at a time; what a step holds is drawn when it is opened. */
export function stepsView(t: Words, events: readonly RunEvent[], all: number): HTMLElement {
  const list = el("div", { class: "steps" });
  const more = button("", () => show(list.childElementCount));
  function show(from: number): void {
    list.append(...events.slice(from, from + page).map((event) => stepView(t, event)));
    const left = events.length - list.childElementCount;
    more.hidden = left === 0;
    more.textContent = t.more(Math.min(left, page));
  }
  show(0);
  return el(
    "section",
    { class: "card", "aria-labelledby": "steps" },
    el("h2", { id: "steps" }, t.allSteps),
    events.length < all && el("p", { class: "quiet" }, t.onlyFirst(events.length, all)),
    list,
    more,
  );
}

function stepView(t: Words, event: RunEvent): HTMLElement {
  const step = el(
    "details",
    { class: "step" },
    el(
      "summary",
      {},
      el("span", { class: "number" }, String(event.seq)),
      el("span", { class: `dot ${groupOf(event)}` }),
      el("span", { class: "what" }, t.kind[event.kind] ?? event.kind),
      el("span", { class: "quiet detail" }, detailOf(event)),
      el("span", { class: "when" }, clock(t, event.time)),
    ),
  );
  step.addEventListener("toggle", () => step.append(...contentOf(t, event)), { once: true });
  return step;
}

function contentOf(t: Words, { kind, key, actor, attrs, values }: RunEvent): HTMLElement[] {
  return [
    el("p", { class: "code quiet" }, `${kind} · ${key} · ${actor.type} ${actor.ref}`),
    ...block(t.attrs, attrs),
    ...block(t.values, values),
  ];
}

function block(title: string, content: object): HTMLElement[] {
  return Object.keys(content).length === 0 ? [] : [el("h3", {}, title), json(content)];
}

/** What a step is about, in the word that its kind has for it. */
function detailOf({ attrs, node }: RunEvent): string {
  const named: Readonly<Record<string, unknown>> = attrs;
  const words = [named["tool"], named["verdict"], named["decision"], named["outcome"], named["status"], named["code"]];
  return [node?.id, ...words].filter((word) => typeof word === "string").join(" · ");
}

const groups: Readonly<Record<string, string>> = {
  message: "talk",
  turn: "talk",
  llm: "think",
  tool: "act",
  sandbox: "act",
  privilege: "guard",
  guardrail: "guard",
  approval: "ask",
  retrieval: "data",
  limit: "stop",
  kill: "stop",
  error: "stop",
};

/** Which of the house's colours a step has: that of the nodes or signals it comes from. */
function groupOf({ kind, attrs }: RunEvent): string {
  const { verdict }: Readonly<Record<string, unknown>> = attrs;
  if (verdict === "block" || kind === "privilege.deny") return "stop";
  return groups[kind.split(".", 1)[0] ?? ""] ?? "logic";
}
