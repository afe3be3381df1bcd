import type { ToolSpec } from "#engine";
import { isConsequential } from "#pillars/autonomy";
import { type Order, readRequest, type Request } from "./orders.ts";
import { carried, carrying, closeness, fit, speaksOf } from "./realises.ts";
import type { PlannedTool, ToolPlan } from "./tool-plan.ts";
import { toolProfile } from "./tool-profile.ts";
import type { Thing } from "./vocabulary.ts";
import { boundsOf } from "./bounds.ts";

export interface PlanRequest {
  /** The person's own words, and those of the flow: never what a tool has answered. */
  readonly text: string;
  readonly tools: readonly ToolSpec[];
}

/**
 * Which consequential tools a request foresees, read off its words alone: what they ask for (orders, not mentions, quotations or
 * questions), about which things, for whom. Reads are foreseen always, but for those that go to an address.
 */
export function planTools({ text, tools }: PlanRequest): ToolPlan {
  const request = readRequest(text);
  const changing = tools.filter(({ effect }) => effect !== "read");
  const meant = request.orders.map((order) => ({ order, tools: toolsFor(order, changing) }));
  const planned = changing.flatMap((spec) => {
    const orders = meant.filter((each) => each.tools.includes(spec)).map(({ order }) => order);
    return orders.length === 0 ? [] : [plannedTool(spec, orders)];
  });
  const fetches = tools
    .filter((spec) => spec.effect === "read" && isConsequential(spec))
    .flatMap((spec) => fetching(spec, request));
  return { planned: [...planned, ...fetches], delegates: request.delegates };
}

/** The tools that come nearest to what is asked for; several where the words do not tell them apart. */
function toolsFor(order: Order, tools: readonly ToolSpec[]): readonly ToolSpec[] {
  for (const wanted of readings(order)) {
    const scored = tools.flatMap((spec) => {
      const score = scoreOf(spec, order, wanted);
      return score === undefined ? [] : [{ spec, score }];
    });
    const exact = scored.filter(({ spec }) => toolProfile(spec).actions.has(order.action));
    const chosen = exact.length > 0 ? exact : scored;
    const best = Math.max(...chosen.map(({ score }) => score));
    if (chosen.length > 0) return chosen.filter(({ score }) => score === best).map(({ spec }) => spec);
  }
  return [];
}

function scoreOf(spec: ToolSpec, { action, names }: Order, wanted: ReadonlySet<Thing>): number | undefined {
  const { actions, things } = toolProfile(spec);
  const fitting = Math.max(...[...actions].map((each) => fit(each, action)));
  if (fitting <= 0) return undefined;
  const isOther = wanted.size > 0 && things.size > 0 && ![...things].some((thing) => speaksOf(wanted, thing));
  if (isOther) return undefined;
  const people = names.some(({ kind }) => kind === "name") ? new Set<Thing>([...wanted, "person"]) : wanted;
  return closeness(things, people) + fitting;
}

/** What an order may be about, best reading first: whoever sends a report to somebody may want a tool for reports, or one that carries it. */
function readings({ action, things, names }: Order): readonly ReadonlySet<Thing>[] {
  if (!carrying.has(action)) return [things];
  const carrier = [...things].filter((thing) => !carried.has(thing));
  const isByMail = names.some(({ kind }) => kind === "email") && carrier.every((thing) => thing === "message");
  return [things, new Set<Thing>(isByMail ? [...carrier, "email"] : carrier)];
}

function plannedTool(spec: ToolSpec, orders: readonly Order[]): PlannedTool {
  const isOpen = orders.some((order) => order.isOpen);
  const uses = orders.reduce((sum, { names }) => sum + Math.max(1, names.length), 0);
  return {
    tool: spec.name,
    because: orders.map(({ start, end }) => ({ start, end })),
    ...(isOpen ? {} : { uses }),
    bounds: boundsOf(spec, orders),
  };
}

/** An address in the request may be fetched; a page that is only spoken of may be, once, or as often as there are several. */
function fetching(spec: ToolSpec, { orders, urls }: Request): readonly PlannedTool[] {
  const spoken = orders.filter(
    ({ mentioned, names }) =>
      (mentioned.has("webpage") || mentioned.has("link")) && names.every(({ kind }) => kind !== "url"),
  );
  if (urls.length === 0 && spoken.length === 0) return [];
  const isOpen = spoken.some((order) => order.isOpen);
  const argument = Object.keys(spec.roles).find((name) => spec.roles[name] === "target");
  const bounds = spoken.length > 0 || argument === undefined ? [] : [{ argument, oneOf: urls.map(({ text }) => text) }];
  return [
    {
      tool: spec.name,
      because: [...urls, ...spoken].map(({ start, end }) => ({ start, end })),
      ...(isOpen ? {} : { uses: urls.length + spoken.length }),
      bounds,
    },
  ];
}
