import { isKind, type EventOf } from "#engine";
import { z } from "zod";
import type { Rule, RunFacts } from "../rule.ts";
import { helpersOf, type Helper } from "./drawing.ts";

const verdicts = ["allow", "warn", "redact", "ask", "block"] as const;
const config = z.object({
  mode: z.string().default("enforce"),
  guards: z.record(z.string(), z.object({ sensitivity: z.string().default("normal") })).default({}),
});

/**
 * S03: a firewall's result is one of the firewall that hangs on the step, in the mode that is drawn, and its verdict is as strict as
 * what it says it found.
 */
export function drawnFirewallRule({ flow }: Pick<RunFacts, "flow">): Rule {
  const firewalls = helpersOf(flow, "firewall");
  const step: Rule["step"] = ({ event }) => {
    if (!isKind(event, "guardrail.result")) return [];
    const helper = firewalls.get(event.node?.id ?? "");
    const problem = (helper && otherThanDrawn(event, helper)) ?? mildness(event, helper);
    const message = `At step ${event.seq}, ${problem}.`;
    return problem === undefined ? [] : [{ code: "S03", step: event.seq, message }];
  };
  return { step };
}

function otherThanDrawn({ attrs }: EventOf<"guardrail.result">, helper: Helper): string | undefined {
  if (attrs.firewall !== helper.id) return "another firewall looked than the one that hangs on the step";
  const drawn = config.safeParse(helper.config).data;
  return drawn === undefined || drawn.mode === attrs.mode
    ? undefined
    : "the firewall did not work in the mode that is drawn";
}

function mildness({ attrs, values }: EventOf<"guardrail.result">, helper: Helper | undefined): string | undefined {
  const { verdict, mode, score, categories, target } = attrs;
  if (score >= thresholdOf(helper) && categories.length === 0)
    return "a firewall found nothing although its score says otherwise";
  if (mode !== "enforce") return undefined;
  if (verdict === "allow" && categories.length > 0) return "a firewall let through what it had found something in";
  const isData = target === "document" || target === "tool";
  const milder = (values.findings ?? []).some(({ action }) => {
    // Orders are cut out of data, and the rest goes on.
    const wanted = action === "block" && isData ? "redact" : action;
    return verdicts.findIndex((each) => each === wanted) > verdicts.indexOf(verdict);
  });
  return milder ? "a firewall's verdict is milder than what it found asks for" : undefined;
}

/** The score from which on every check that is drawn finds something. */
function thresholdOf(helper: Helper | undefined): number {
  const guards = Object.values(config.safeParse(helper?.config ?? {}).data?.guards ?? {});
  return guards.some(({ sensitivity }) => sensitivity === "low") ? 0.75 : 0.5;
}
