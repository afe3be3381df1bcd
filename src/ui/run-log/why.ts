import { isKind } from "#engine";
import type { RunEvent } from "#engine";
import type { WhyAnswer, WhyLine } from "../trace/trace-data.ts";
import { decisive, findingsOf, outcomeOf } from "./findings.ts";
import type { Finding } from "./findings.ts";
import { withoutField } from "./log.ts";
import type { EventOfKind, Log } from "./log.ts";
import { stepTitle, toolTitle } from "./reading.ts";
import type { Reading } from "./reading.ts";
import { tell } from "./trace-line.ts";
import { reasonOf, ruleSaidOf, saidOf } from "./said.ts";

/**
 * Why a step was stopped, allowed or asked about: the rule, the facts, the people and the permission that decided, each where it
 * stands in the log and on the canvas. Undefined for a step about which nothing was decided.
 */
export function whyOf(seq: number, log: Log, reading: Reading): WhyAnswer | undefined {
  const event = log.step(seq);
  if (event === undefined) return undefined;
  if (isKind(event, "guardrail.result")) return whyChecked(event, log, reading);
  if (isKind(event, "limit.hit") || isKind(event, "budget.claim")) return whyLimited(event, log, reading);
  const family = event.kind.split(".")[0] ?? "";
  if (!["privilege", "approval", "tool"].includes(family)) return undefined;
  return whyCalled(event, log, reading);
}

function whyChecked(event: EventOfKind<"guardrail.result">, log: Log, reading: Reading): WhyAnswer | undefined {
  const outcome = outcomeOf(event);
  const source = log.at(withoutField(event.attrs.ref)).findLast((each) => each.seq < event.seq);
  const { why } = reading.words;
  const surest = decisive(findingsOf(event));
  const lines: WhyLine[] = [
    ...(source === undefined ? [] : [line("sealed", why.text, source, log, reading)]),
    ...(surest === undefined ? [] : [found(surest, reading)]),
    { signal: "sealed", label: why.guard, text: stepTitle(reading, event.attrs.firewall), node: event.attrs.firewall },
  ];
  return { outcome: outcome === "passed" ? "allowed" : outcome === "asked" ? "asked" : outcome, lines };
}

function found(finding: Finding, reading: Reading): WhyLine {
  const isStop = finding.action === "block" || finding.action === "redact";
  return { signal: isStop ? "stop" : "ask", label: reading.words.why.found, text: reasonOf(finding, reading) };
}

function whyLimited(event: EventOfKind<"limit.hit" | "budget.claim">, log: Log, reading: Reading): WhyAnswer {
  const stopped = isKind(event, "limit.hit") || !event.attrs.granted;
  const limits = reading.flow.edges.find(
    ({ kind, to }) => kind === "attach" && to.node === event.node?.id && to.port === "limits",
  )?.from.node;
  const said = line(stopped ? "stop" : "pass", reading.words.why.limit, event, log, reading);
  return {
    outcome: stopped ? "stopped" : "allowed",
    lines: [limits === undefined ? said : { ...said, node: limits }],
  };
}

/** Everything that was said about one call, in the order in which it was said. */
function whyCalled(event: RunEvent, log: Log, reading: Reading): WhyAnswer | undefined {
  const call = event.key.replace(/\/(?:approved|in-doubt|person-\d+)$/u, "");
  const all = [call, `${call}/approved`]
    .flatMap((key) => log.at(key))
    .concat(event.key === call || event.key === `${call}/approved` ? [] : log.at(event.key))
    .toSorted((a, b) => a.seq - b.seq);
  const lines = all.flatMap((each): readonly WhyLine[] => callLine(each, log, reading));
  const denied = all.findLast(
    (each) =>
      each.kind === "privilege.deny" ||
      each.kind === "approval.timeout" ||
      (isKind(each, "approval.decision") && each.attrs.decision === "deny") ||
      (isKind(each, "privilege.request") && each.attrs.decision === "deny"),
  );
  const granted = all.some(({ kind }) => kind === "privilege.grant");
  if (lines.length === 0) return undefined;
  const isAbout =
    event.kind === "approval.request" || (isKind(event, "privilege.request") && event.attrs.decision === "ask");
  return { outcome: isAbout ? "asked" : denied !== undefined ? "stopped" : granted ? "allowed" : "asked", lines };
}

function callLine(event: RunEvent, log: Log, reading: Reading): readonly WhyLine[] {
  const { why } = reading.words;
  switch (event.kind) {
    case "privilege.facts": {
      const { ownRecord, sameTarget } = event.attrs;
      const said = [ownRecord ? why.ownRecord : why.otherRecord, ...(sameTarget ? [why.sameTarget] : [])].join(", ");
      return [{ signal: ownRecord ? "pass" : "ask", label: why.facts, text: said, seq: event.seq }];
    }
    case "privilege.known":
      return [line("sealed", why.history, event, log, reading)];
    case "privilege.request": {
      const signal = { allow: "pass", ask: "ask", deny: "stop" } as const;
      const text = ruleSaidOf(event.values.sentence, reading) ?? why.erased;
      const [node] = event.attrs.rules.map((rule) => rule.split("/")[0]).filter((id) => reading.titles.has(id ?? ""));
      const rule = { signal: signal[event.attrs.decision], label: why.rule, text, seq: event.seq };
      return [node === undefined ? rule : { ...rule, node }];
    }
    case "approval.request": {
      const gate = reading.tools.get(event.attrs.tool)?.nodeId;
      const text = ruleSaidOf(event.values.rule, reading) ?? why.erased;
      const asked = { signal: "ask", label: why.asked, text, seq: event.seq } as const;
      return [gate === undefined ? asked : { ...asked, node: gate }];
    }
    case "approval.decision":
    case "approval.timeout":
      return [
        line(
          isKind(event, "approval.decision") && event.attrs.decision !== "deny" ? "pass" : "stop",
          why.person,
          event,
          log,
          reading,
        ),
      ];
    case "privilege.deny":
      return [{ signal: "stop", label: why.denied, text: saidOf(event, reading) ?? why.erased, seq: event.seq }];
    case "privilege.grant":
      return [
        {
          signal: "pass",
          label: why.grant,
          text: ruleSaidOf(event.values.sentence, reading) ?? toolTitle(reading, event.attrs.tool),
          seq: event.seq,
        },
      ];
    case "privilege.use":
    case "privilege.revoke":
    case "privilege.expire":
      return [line("sealed", why.ended, event, log, reading)];
    default:
      return [];
  }
}

function line(signal: WhyLine["signal"], label: string, event: RunEvent, log: Log, reading: Reading): WhyLine {
  return { signal, label, text: tell(event, log, reading).text, seq: event.seq };
}
