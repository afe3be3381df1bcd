import type { RunEvent } from "#engine";
import type { EventOfKind, Log } from "./log.ts";
import { nthApproval } from "./nth-approval.ts";
import { toolTitle } from "./reading.ts";
import type { Reading } from "./reading.ts";
import { took } from "./times.ts";
import { quiet } from "./told.ts";
import type { Told } from "./told.ts";
import { ruleSaidOf, saidOf } from "./said.ts";

type Rights = Extract<RunEvent, { kind: `privilege.${string}` | `approval.${string}` }>;

/** What was allowed, asked and decided. */
export function tellRights(event: Rights, log: Log, reading: Reading): Told {
  const { line, words } = { line: reading.words.line, words: reading.words };
  switch (event.kind) {
    case "privilege.facts":
      return quiet("search-check", "guard", line.facts, 1);
    case "privilege.known":
      return quiet("history", "guard", event.attrs.known ? line.knownTarget : line.newTarget, 1);
    case "privilege.request":
      return ruleLine(event, reading);
    case "privilege.grant": {
      const seconds = Math.round(event.attrs.ttlMs / 1000);
      return {
        icon: "key-round",
        tone: "guard",
        text: line.allowed(toolTitle(reading, event.attrs.tool), seconds),
        depth: 1,
        signal: "pass",
      };
    }
    case "privilege.use":
      return quiet("fingerprint", "sealed", line.used, 1);
    case "privilege.token":
      return quiet("stamp", "sealed", line.signed(event.attrs.audience.replace(/^https?:\/\//u, "")), 1);
    case "privilege.expire":
      return { icon: "timer", tone: "guard", text: line.expired, depth: 1 };
    case "privilege.revoke":
      return { icon: "key-round", tone: "guard", text: line.revoked, depth: 1 };
    case "privilege.deny":
      return {
        icon: "octagon-x",
        tone: "stop",
        text: `${words.denied} ${toolTitle(reading, event.attrs.tool)}. ${saidOf(event, reading) ?? ""}`,
        depth: 1,
        signal: "stop",
      };
    case "approval.request":
      return askedPerson(event, log, reading);
    case "approval.decision":
      return decisionLine(event, log, reading);
    case "approval.reminder":
      return { icon: "hourglass", tone: "ask", text: reading.words.line.reminded, depth: 1, signal: "ask" };
    case "approval.timeout":
      return { icon: "timer", tone: "stop", text: `${words.denied} ${words.nobodyDecided}`, depth: 1, signal: "stop" };
  }
}

/** What it was about is left out where it was erased. */
function withDetail(told: string, detail: string | undefined): string {
  return detail === undefined || detail === "" ? told : `${told}: ${detail}`;
}

function ruleLine(event: EventOfKind<"privilege.request">, reading: Reading): Told {
  const { line } = reading.words;
  const { decision, tool } = event.attrs;
  if (decision === "allow") return quiet("key-round", "guard", line.ruleAllows(toolTitle(reading, tool)), 1);
  if (decision === "deny") return quiet("key-round", "guard", line.ruleDenies, 1);
  const text = withDetail(line.ruleAsks, ruleSaidOf(event.values.sentence, reading));
  return { icon: "hand", tone: "ask", text, depth: 1, signal: "ask" };
}

function askedPerson(event: EventOfKind<"approval.request">, log: Log, reading: Reading): Told {
  const { line } = reading.words;
  const answer = log.find("approval.decision", event.key) ?? log.find("approval.timeout", event.key);
  const who = event.attrs.roles.map(line.role).join(", ") || line.anyone;
  return {
    icon: "hourglass",
    tone: "ask",
    text: line.waitedFor(who),
    depth: 1,
    signal: "ask",
    ...(answer !== undefined && { duration: took(answer.time - event.time, reading.words) }),
  };
}

function decisionLine(event: EventOfKind<"approval.decision">, log: Log, reading: Reading): Told {
  const { words } = reading;
  const name = event.values.name ?? event.attrs.role;
  const request = log.find("approval.request", event.attrs.approvalId);
  const who = { approve: words.decidedBy, edit: words.editedBy, deny: words.deniedBy }[event.attrs.decision](name);
  const isDenied = event.attrs.decision === "deny";
  return {
    icon: isDenied ? "x" : "check",
    tone: isDenied ? "stop" : "pass",
    text: withDetail(`${who}${nthApproval(event, log, reading)}`, request?.values.sentence),
    depth: 1,
    signal: isDenied ? "stop" : "pass",
  };
}
