import type { Action, Thing } from "./vocabulary.ts";

/** Which actions of a tool do what an order asks for, beside the action itself. */
const means: Partial<Readonly<Record<Action, readonly Action[]>>> = {
  send: ["share"],
  post: ["send", "create", "update"],
  write: ["send", "post", "create", "append"],
  share: ["send", "grant"],
  invite: ["add", "send"],
  add: ["append", "invite", "create", "update", "grant"],
  append: ["add", "update"],
  remove: ["delete", "revoke"],
  delete: ["remove"],
  cancel: ["delete", "unsubscribe", "stop"],
  create: ["schedule", "reserve", "add", "open", "write", "upload"],
  reserve: ["create", "order", "schedule"],
  order: ["create"],
  pay: ["send", "schedule"],
  schedule: ["create", "reserve"],
  reschedule: ["update", "move"],
  update: ["reschedule", "reset", "append"],
  move: ["reschedule", "update"],
  upload: ["create"],
  submit: ["create", "send"],
  record: ["create", "append", "add"],
  assign: ["update"],
  close: ["update"],
  open: ["create"],
  grant: ["add", "share"],
  revoke: ["remove"],
  visit: ["look"],
};

/** How well an action of a tool does what an order asks for: 1 for the very thing, less for each way that is less direct, 0 for none. */
export function fit(action: Action, wanted: Action): number {
  if (action === wanted) return 1;
  const place = means[wanted]?.indexOf(action) ?? -1;
  return place === -1 ? 0 : 0.5 / (place + 1);
}

/** Things that are said of one another: a participant is a person, a meeting stands in a calendar. */
const kin: readonly (readonly Thing[])[] = [
  ["participant", "person"],
  ["event", "calendar", "reminder"],
  ["money", "payment", "invoice", "account"],
  ["webpage", "link"],
  ["profile", "address", "password"],
  ["order", "product"],
  ["ticket", "record"],
  ["file", "list"],
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

/** What is only carried: whoever sends a report to somebody asks for no tool for reports. */
export const carried: ReadonlySet<Thing> = new Set([
  "file",
  "list",
  "webpage",
  "link",
  "comment",
  "record",
  "invoice",
  "profile",
  "person",
]);
export const carrying: ReadonlySet<Action> = new Set(["send", "post", "write", "share"]);
