import type { ToolSpec } from "#engine";
import type { Deed } from "./lexicon.ts";
import type { Order } from "./orders.ts";
import { carrying, closeness, fit, media, silent, speaksOf, telling } from "./realises.ts";
import { toolProfile } from "./tool-profile.ts";
import type { Thing } from "./vocabulary.ts";

type Things = ReadonlySet<Thing>;

/** The tools that come nearest to what is asked for; several where the words do not tell them apart. */
export function toolsFor(order: Order, tools: readonly ToolSpec[]): readonly ToolSpec[] {
  for (const action of actionsOf(order)) {
    for (const { wanted, offered } of readings(order, action, tools)) {
      const chosen = wanted.size === 0 ? unnamed(action, order, offered) : nearest(action, order, wanted, offered);
      if (chosen.length > 0) return chosen;
    }
    const sole = tools.filter((spec) => toolProfile(spec).actions.has(action));
    if (telling.has(action) && sole.length === 1) return sole;
  }
  return [];
}

/** Money that is sent or moved is paid, and paid again and again it is scheduled. */
function actionsOf({ actions, things, isRecurring, before }: Order): readonly Deed[] {
  const [first] = things.size > 0 ? things : before;
  const isMoney = first === "money" || first === "payment";
  return actions.flatMap((action): readonly Deed[] => {
    if (isRecurring && (action === "pay" || (isMoney && action === "create"))) return ["schedule", action];
    const isPaid = isMoney && ["send", "move", "create", "submit", "grant"].includes(action);
    return isPaid ? ["pay", action] : [action];
  });
}

interface Reading {
  readonly wanted: Things;
  readonly offered: readonly ToolSpec[];
}

/** What an order may be about and for which tools, best reading first: whoever sends a report to somebody may want a tool for reports, or one that carries it. */
function readings({ things, before, names }: Order, action: Deed, tools: readonly ToolSpec[]): readonly Reading[] {
  const said: Reading = { wanted: things, offered: tools };
  if (!carrying.has(action)) return [{ ...said, wanted: things.size > 0 ? things : before }];
  const carrier = [...things].filter((thing) => media.has(thing));
  const isByMail = names.some(({ kind }) => kind === "email") && carrier.every((thing) => thing === "message");
  const reached = new Set<Thing>(isByMail ? [...carrier, "email"] : carrier);
  const isReaching = names.length > 0 || things.has("person") || things.has("customer");
  const own = tools.filter((spec) => toolProfile(spec).actions.has(action));
  const carries: Reading = { wanted: reached, offered: tools };
  return reached.size > 0 || isReaching ? [{ wanted: things, offered: own }, carries, said] : [said];
}

interface Scored {
  readonly spec: ToolSpec;
  readonly score: number;
}

function nearest(action: Deed, order: Order, wanted: Things, tools: readonly ToolSpec[]): readonly ToolSpec[] {
  const scored = tools.flatMap((spec): readonly Scored[] => {
    const score = scoreOf(spec, order, action, wanted);
    return score === undefined ? [] : [{ spec, score }];
  });
  const exact = scored.filter(({ spec }) => toolProfile(spec).actions.has(action));
  return best(exact.length > 0 && !carrying.has(action) ? exact : scored);
}

function best(scored: readonly Scored[]): readonly ToolSpec[] {
  const highest = Math.max(...scored.map(({ score }) => score));
  return scored.filter(({ score }) => score === highest).map(({ spec }) => spec);
}

function scoreOf(spec: ToolSpec, { names, wholes }: Order, action: Deed, wanted: Things): number | undefined {
  const { actions, things, reaches } = toolProfile(spec);
  const fitting = Math.max(0, ...[...actions].map((each) => fit(each, action)));
  if (fitting === 0) return undefined;
  const isPlace = wanted.has("channel") && reaches.has("channel");
  const isNamed = isPlace || [...things].some((thing) => speaksOf(wanted, thing));
  const isWhole = !carrying.has(action) && [...things].some((thing) => speaksOf(wholes, thing));
  if (things.size > 0 && !isNamed && !isWhole) return undefined;
  if (things.size === 0 && fitting < 1) return undefined;
  if (carrying.has(action) && things.has("channel") && !isCarrier(actions)) return undefined;
  const people = names.some(({ kind }) => kind === "name") ? new Set<Thing>([...wanted, "person"]) : wanted;
  const place = !wanted.has("channel") || reaches.size === 0 ? 0 : reaches.has("channel") ? 1 : -1;
  return closeness(things, people) + fitting + place - (isNamed ? 0 : 2);
}

/** Writing in a channel makes no channel. */
function isCarrier(actions: ReadonlySet<Deed>): boolean {
  return [...actions].some((action) => carrying.has(action));
}

/** Nothing known is named: foreseen is what does that very thing, if the verb alone or the people named tell which. */
function unnamed(action: Deed, order: Order, tools: readonly ToolSpec[]): readonly ToolSpec[] {
  const about = silent[action];
  const fitting = tools.flatMap((spec): readonly Scored[] => {
    const { actions, things } = toolProfile(spec);
    const isAbout = about === undefined || things.size === 0 || [...things].some((thing) => about.includes(thing));
    const score = Math.max(0, ...[...actions].map((each) => fit(each, action)));
    return isAbout && score > 0 ? [{ spec, score }] : [];
  });
  const exact = fitting.filter(({ score }) => score === 1);
  if (carrying.has(action)) return order.names.length > 0 || order.things.size > 0 ? toPeople(exact, order) : [];
  if (exact.length === 1) return best(exact);
  return about !== undefined && exact.length === 0 && fitting.length === 1 ? best(fitting) : [];
}

/** Names stand for people, unless a tool is only for places. */
function toPeople(exact: readonly Scored[], { names }: Order): readonly ToolSpec[] {
  const people: Things = new Set(["person"]);
  const isNamed = names.some(({ kind }) => kind === "name");
  return best(
    exact.map(({ spec, score }) => ({
      spec,
      score: score + (isNamed ? closeness(toolProfile(spec).things, people) : 0),
    })),
  );
}
