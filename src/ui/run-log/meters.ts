import type { Flow, RunEvent } from "#engine";
import { usageOf } from "#monitor";
import { limitsConfig, type LimitsConfig } from "#pillars/autonomy";
import { dayLines, dayUseOf, noDayUse, type DayLimit, type DayLine } from "#pillars/autonomy/day";

export type MeterName = "steps" | "toolCalls" | "inputTokens" | "outputTokens" | "dollars" | "seconds" | DayLimit;

/** How far one limit is used. Dollars are dollars. */
export interface Meter {
  readonly name: MeterName;
  readonly used: number;
  readonly most: number;
  readonly level: "calm" | "near" | "used-up";
}

export interface Meters {
  readonly scope: LimitsConfig["scope"];
  /** The limits of the message or the chat, as they are counted. */
  readonly here: readonly Meter[];
  /** Those that all chats share for the day, as far as this chat's log knows. */
  readonly day: readonly Meter[];
  /** The one of which the least is left. */
  readonly nearest: Meter;
}

const perChat = ["steps", "toolCalls", "inputTokens", "outputTokens", "dollars", "seconds"] as const;

/** How the step that worked last stands against its limits; undefined before anything was used. */
export function metersOf(events: readonly RunEvent[], flow: Flow): Meters | undefined {
  const host = events.findLast(
    ({ kind, node }) => node !== undefined && (kind === "llm.request" || kind === "sandbox.start"),
  )?.node?.id;
  if (host === undefined) return undefined;
  const hung = flow.edges.find((edge) => edge.kind === "attach" && edge.to.node === host && edge.to.port === "limits");
  const hosts = new Set(
    flow.edges.flatMap(({ kind, from, to }) => (kind === "attach" && from.node === hung?.from.node ? [to.node] : [])),
  );
  const config = limitsConfig.safeParse(flow.nodes.find(({ id }) => id === hung?.from.node)?.config ?? {});
  if (!config.success) return undefined;
  const limits = config.data;
  const start = events.findLast((event) => event.kind === "turn.start")?.seq ?? 0;
  const counted = limits.scope === "perRun" ? events : events.filter(({ seq }) => seq >= start);
  // What is shown here has no place for equal calls, so they need no digest.
  const usage = usageOf(counted, hung === undefined ? new Set([host]) : hosts, limits, () => "");
  const here = perChat.flatMap((name) => {
    const most = limits[name];
    return most === undefined ? [] : [meter(name, usage[name], most)];
  });
  const day = dayMeters(events, limits);
  const [nearest] = [...here, ...day].toSorted((a, b) => share(b) - share(a));
  return nearest && { scope: limits.scope, here, day, nearest };
}

/** The last claim says what others have used; what this chat has used since comes on top. */
function dayMeters(events: readonly RunEvent[], limits: LimitsConfig): readonly Meter[] {
  const claim = events.findLast((event) => event.kind === "budget.claim");
  if (claim?.kind !== "budget.claim") return [];
  const now = dayLines(limits, noDayUse, dayUseOf(events, claim.attrs.day));
  return claim.attrs.lines.map((line) => {
    const here = now.find(({ limit }) => limit === line.limit)?.here ?? line.here;
    const unit = line.limit === "dollarsPerDay" ? 1_000_000 : 1;
    return meter(line.limit, usedUp(line, here) / unit, line.most / unit);
  });
}

/** Where a call was refused, what it wanted counts: that is why nothing goes on. */
function usedUp({ elsewhere, asked, most }: DayLine, here: number): number {
  return elsewhere + here + asked > most && asked > 0 ? most : Math.min(most, elsewhere + here);
}

function meter(name: MeterName, used: number, most: number): Meter {
  const level = used >= most ? "used-up" : used >= most * 0.8 ? "near" : "calm";
  return { name, used: Math.min(used, most), most, level };
}

function share({ used, most }: Meter): number {
  return used / most;
}
