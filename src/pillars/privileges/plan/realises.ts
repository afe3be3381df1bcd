import type { Deed } from "./lexicon.ts";
import type { Action, Thing } from "./vocabulary.ts";

/** Which actions of a tool do what an order asks for, beside the action itself; the most direct first. */
const means: Partial<Readonly<Record<Deed, readonly Action[]>>> = {
  send: ["share", "post"],
  post: ["send", "create", "update"],
  write: ["send", "post", "create", "append"],
  share: ["send", "grant"],
  invite: ["add", "send", "create"],
  add: ["append", "invite", "create", "update", "grant"],
  append: ["add", "update"],
  remove: ["delete", "revoke"],
  delete: ["remove", "cancel"],
  cancel: ["delete", "unsubscribe", "stop"],
  create: ["schedule", "reserve", "add", "open", "write", "upload", "update", "submit"],
  reserve: ["create", "order", "schedule"],
  order: ["create", "reserve"],
  pay: ["send", "schedule"],
  refund: ["pay"],
  schedule: ["create", "reserve"],
  reschedule: ["update", "move"],
  update: ["reschedule", "reset", "append", "rename"],
  move: ["reschedule", "update"],
  upload: ["create"],
  submit: ["create", "send"],
  record: ["create", "append", "add"],
  assign: ["update"],
  close: ["update"],
  open: ["create"],
  grant: ["add", "share", "create"],
  revoke: ["remove"],
  extend: ["update"],
  reset: ["update"],
  block: ["disable"],
  disable: ["block"],
  unblock: ["enable"],
  enable: ["unblock"],
  stop: ["cancel", "disable"],
  hire: ["create", "add"],
  dismiss: ["remove"],
  subscribe: ["create", "add"],
  unsubscribe: ["cancel", "delete"],
  visit: ["look"],
};

/** How well an action of a tool does what an order asks for: 1 for the very thing, less for each way that is less direct, 0 for none. */
export function fit(action: Deed, wanted: Deed): number {
  if (action === wanted) return 1;
  const place = means[wanted]?.findIndex((each) => each === action) ?? -1;
  return place === -1 ? 0 : 0.5 / (place + 1);
}

/** Things that are said of one another: a participant is a person, a meeting stands in a calendar. */
const kin: readonly (readonly Thing[])[] = [
  ["participant", "person"],
  ["customer", "person"],
  ["event", "calendar", "reminder"],
  ["money", "payment", "invoice", "account"],
  ["webpage", "link"],
  ["profile", "address"],
  ["order", "product"],
  ["ticket", "record"],
  ["file", "list"],
  ["release", "server", "pipeline"],
  ["booking", "hotel"],
  ["booking", "restaurant"],
  ["booking", "flight"],
  ["booking", "car"],
  ["booking", "train"],
  ["booking", "trip"],
];

/** How many things of a tool an order speaks of, those of its kin for less, less a half for each it does not. */
export function closeness(tool: ReadonlySet<Thing>, wanted: ReadonlySet<Thing>): number {
  let sum = 0;
  for (const thing of tool) sum += wanted.has(thing) ? 1 : speaksOf(wanted, thing) ? 0.6 : -0.5;
  return sum;
}

export function speaksOf(wanted: ReadonlySet<Thing>, thing: Thing): boolean {
  return wanted.has(thing) || kin.some((family) => family.includes(thing) && family.some((each) => wanted.has(each)));
}

/** Ways to reach somebody. What else a sending order is about is only carried: whoever sends a report asks for no tool for reports. */
export const media: ReadonlySet<Thing> = new Set<Thing>([
  "email",
  "message",
  "channel",
  "post",
  "comment",
  "webpage",
  "draft",
]);
export const carrying: ReadonlySet<Deed> = new Set<Deed>(["send", "post", "write", "share"]);

/** Verbs that say what is meant whatever stands behind them, where one tool alone does that. */
export const telling: ReadonlySet<Deed> = new Set<Deed>([
  "refund",
  "pay",
  "deploy",
  "restart",
  "revert",
  "merge",
  "escalate",
  "reschedule",
  "exchange",
  "withdraw",
  "hire",
  "dismiss",
  "subscribe",
  "unsubscribe",
  "unblock",
]);

/** What verbs are about when the words name nothing that is known. */
export const silent: Partial<Readonly<Record<Deed, readonly Thing[]>>> = {
  cancel: ["event", "calendar", "order", "subscription", "booking", "leave", "flight", "trip", "payment"],
  reschedule: ["event", "calendar", "booking"],
  reserve: ["hotel", "restaurant", "booking"],
};
