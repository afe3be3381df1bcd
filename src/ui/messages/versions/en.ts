const count = (n: number, one: string, many: string) => `${n.toLocaleString("en")} ${n === 1 ? one : many}`;

/** Words of a flow's restore points. They are fetched with them. */
export const en = {
  locale: "en",
  title: "Versions",
  about: "The flow is saved by itself. Here are the versions you can go back to.",
  name: "Name for the flow as it is now",
  namePlaceholder: "Before the new refund rules",
  keep: "Keep this version",
  nameEmpty: "Type a name first.",
  kept: (name: string) => `Kept: ${name}`,
  list: "Kept versions",
  reasons: { named: "Without a name", opened: "Before your changes", replaced: "Before an older version came back" },
  same: "The same as now",
  differences: (n: number) => count(n, "difference", "differences"),
  none: "No version is kept yet",
  noneText:
    "Give the flow as it is now a name above. The first change of a sitting keeps what was there before by itself.",
  asKept: "This version",
  now: "Now",
  since: "What has changed since",
  sameText: "Nothing has changed since this version was kept.",
  restore: "Bring this version back",
  restored: (name: string) => `Back: ${name}. What you had is kept as a version.`,
  restoreChange: "Bring back a version",
  elsewhere: "Another tab is editing this flow.",
  remove: "Delete this version",
  removed: (name: string) => `Version deleted: ${name}`,
  undo: "Undo",
  save: "Save as a file",
  failed: {
    full: "The disk is full, so nothing was kept and nothing was changed.",
    unknown: "The version could not be kept, and nothing was changed.",
  },
  unread: "The versions could not be read.",
  broken: (problem: string) => `This version cannot be opened: ${problem}`,
  changes: {
    title: (before: string, after: string) => `The flow was called “${before}”, now “${after}”`,
    added: (step: string) => `Added: ${step}`,
    removed: (step: string) => `Deleted: ${step}`,
    renamed: (before: string, after: string) => `“${before}” is called “${after}” now`,
    off: (step: string) => `${step} is turned off now`,
    on: (step: string) => `${step} is turned on again`,
    retries: (step: string) => `${step}: other tries or another time limit`,
    setting: (step: string, setting: string) => `${step}: ${setting} changed`,
    value: (step: string, setting: string, before: string, after: string) =>
      `${step}: ${setting} was ${before}, now ${after}`,
    empty: "empty",
    yes: "on",
    no: "off",
    wired: (from: string, to: string) => `New wire from ${from} to ${to}`,
    unwired: (from: string, to: string) => `No wire from ${from} to ${to} any more`,
    attached: (helper: string, step: string) => `${helper} put on ${step}`,
    detached: (helper: string, step: string) => `${helper} taken off ${step}`,
    documents: (added: number, removed: number, changed: number) =>
      `Documents: ${[
        ...(added > 0 ? [`${added} added`] : []),
        ...(removed > 0 ? [`${removed} deleted`] : []),
        ...(changed > 0 ? [`${changed} changed`] : []),
      ].join(", ")}`,
    speakers: "The people who may speak have changed",
    samples: "The questions offered in the chat have changed",
    description: "The description has changed",
    moved: (steps: number) => `${count(steps, "step", "steps")} moved`,
  },
};

export type VersionWords = typeof en;
