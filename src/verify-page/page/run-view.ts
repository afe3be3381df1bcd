import { isKind, type EventOf, type RunEvent } from "#engine";
import type { Outcome, ShownRun } from "./check.ts";
import { button, el } from "./dom.ts";
import type { Words } from "./messages/index.ts";
import { clock, json, moment } from "./shared.ts";
import { stepsView } from "./steps-view.ts";

/** What the file says about the run, every word of it as text. */
export function runView(
  t: Words,
  { report, shown }: Outcome,
  approved: readonly string[],
  approve: (vkey: string) => void,
): HTMLElement {
  if (shown === undefined) return el("div");
  const { events } = shown;
  return el(
    "div",
    { class: "run" },
    factsView(t, report, shown, approved, approve),
    section(t.conversation, t.nobodySpoke, messages(t, events)),
    section(t.decisions, t.noDecisions, decisions(t, events)),
    section(t.guards, t.noGuards, guards(t, events)),
    section(t.grants, t.noGrants, grants(t, events)),
    stepsView(t, events, report.events),
  );
}

function factsView(
  t: Words,
  { events, state, erased, withheld }: Outcome["report"],
  { manifest, workspaceVkey }: ShownRun,
  approved: readonly string[],
  approve: (vkey: string) => void,
): HTMLElement {
  const fact = (name: string, ...value: readonly (Node | string)[]) => [el("dt", {}, name), el("dd", {}, ...value)];
  const isApproved = approved.includes(workspaceVkey);
  return el(
    "section",
    { class: "card", "aria-labelledby": "facts" },
    el("h2", { id: "facts" }, t.facts),
    el(
      "dl",
      { class: "facts" },
      ...fact(t.run, el("span", { class: "code" }, manifest.origin)),
      ...fact(t.stateName, `${t.state[state]}, ${t.steps(events)}`),
      ...fact(t.madeOn, moment(t, Date.parse(manifest.created))),
      ...fact(t.missing, t.missingText(erased, withheld)),
      ...fact(
        t.sealedBy,
        el("p", { class: "code", id: "workspace-key" }, workspaceVkey),
        isApproved ? el("p", { class: "quiet" }, t.approved) : button(t.approve, () => approve(workspaceVkey)),
      ),
    ),
  );
}

function section(title: string, empty: string, items: readonly HTMLElement[]): HTMLElement {
  const id = `s-${title.toLowerCase().replaceAll(/[^a-z]+/gu, "-")}`;
  const content = items.length === 0 ? el("p", { class: "quiet" }, empty) : el("ul", { class: "items" }, ...items);
  return el("section", { class: "card", "aria-labelledby": id }, el("h2", { id }, title), content);
}

function item(head: readonly (Node | string)[], ...body: readonly (Node | string | false | undefined)[]): HTMLElement {
  return el("li", { class: "item" }, el("p", { class: "head" }, ...head), ...body);
}

function messages(t: Words, events: readonly RunEvent[]): HTMLElement[] {
  let speaker = "";
  return events.flatMap((event) => {
    if (isKind(event, "turn.start")) speaker = nameIn(event.values.speaker);
    if (!isKind(event, "message")) return [];
    const { role } = event.attrs;
    const who = role === "user" && speaker !== "" ? speaker : t.speaker[role];
    const said = event.values.content;
    return el(
      "li",
      { class: `message ${role}` },
      el("p", { class: "head" }, el("b", {}, who), when(t, event)),
      said === undefined ? hidden(t) : el("p", { class: "said" }, said),
    );
  });
}

function decisions(t: Words, events: readonly RunEvent[]): HTMLElement[] {
  const made = Map.groupBy(
    events.filter((event) => isKind(event, "approval.decision")),
    ({ attrs }) => attrs.approvalId,
  );
  return events.flatMap((event) => {
    if (!isKind(event, "approval.request")) return [];
    const answers = made.get(event.attrs.approvalId) ?? [];
    return item(
      [el("b", {}, event.values.sentence ?? event.attrs.tool), when(t, event)],
      event.values.arguments === undefined ? hidden(t) : json(event.values.arguments),
      ...(answers.length === 0 ? [el("p", {}, t.decision.waiting)] : answers.map((answer) => decisionLine(t, answer))),
    );
  });
}

function decisionLine(t: Words, { attrs, values, actor, time }: EventOf<"approval.decision">): HTMLElement {
  return el(
    "p",
    { class: "decided" },
    el("span", { class: `pill ${attrs.decision === "deny" ? "stop" : "pass"}` }, t.decision[attrs.decision]),
    ` ${values.name ?? actor.ref} (${attrs.role}), ${moment(t, time)}, ${attrs.signature === undefined ? t.unsigned : t.signed}`,
    values.comment ? `: “${values.comment}”` : "",
  );
}

function grants(t: Words, events: readonly RunEvent[]): HTMLElement[] {
  return events.flatMap((event) => {
    if (!isKind(event, "privilege.grant")) return [];
    const { tool, uses, ttlMs } = event.attrs;
    return item(
      [
        el("b", {}, tool),
        el("span", { class: "quiet" }, `${t.uses(uses)}, ${t.lasts(Math.round(ttlMs / 1000))}`),
        when(t, event),
      ],
      event.values.sentence !== undefined && el("p", {}, event.values.sentence),
    );
  });
}

function guards(t: Words, events: readonly RunEvent[]): HTMLElement[] {
  return events.flatMap((event) => {
    if (isKind(event, "guardrail.result") && event.attrs.verdict !== "allow") {
      const { verdict, direction, categories } = event.attrs;
      const signal = verdict === "block" ? "stop" : "ask";
      return item(
        [el("span", { class: `pill ${signal}` }, t.verdictOf[verdict]), t.direction[direction], when(t, event)],
        categories.length > 0 && el("p", { class: "quiet" }, categories.join(", ")),
      );
    }
    if (!isKind(event, "privilege.deny") && !isKind(event, "limit.hit")) return [];
    return item(
      [el("span", { class: "pill stop" }, t.kind[event.kind] ?? event.kind), when(t, event)],
      el("p", {}, event.values.sentence ?? t.hidden),
    );
  });
}

function when(t: Words, { seq, time }: RunEvent): HTMLElement {
  return el("span", { class: "when" }, `${t.atStep(seq)}, ${clock(t, time)}`);
}

function hidden(t: Words): HTMLElement {
  return el("p", { class: "gone" }, t.hidden);
}

function nameIn(speaker: Readonly<Record<string, unknown>> | undefined): string {
  const name = speaker?.["name"];
  return typeof name === "string" ? name : "";
}
