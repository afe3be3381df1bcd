import type { ToolSpec } from "#engine";
import { isConsequential } from "#pillars/autonomy";
import type { Deed } from "./lexicon.ts";
import { type Order, readRequest, type Request } from "./orders.ts";
import { boundsOf } from "./bounds.ts";
import { toolsFor } from "./choose-tools.ts";
import type { PlannedTool, ToolPlan } from "./tool-plan.ts";
import { ownVerbs } from "./tool-profile.ts";

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
  const changing = tools.filter(({ effect }) => effect !== "read");
  const request = readRequest(text, ownVerbs(changing));
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
    ({ actions, mentioned, names }) =>
      (mentioned.has("webpage") || (mentioned.has("link") && actions.some(isReading))) &&
      names.every(({ kind }) => kind !== "url"),
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

function isReading(action: Deed): boolean {
  return action === "look" || action === "visit";
}
