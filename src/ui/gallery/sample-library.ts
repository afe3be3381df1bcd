import type { GuardKind, NodeGroup } from "#ui/kit";
import type { FlowRow, FlowSketch, Template } from "../library/index.ts";

/** Steps in a row; helpers hang below the middle one. */
function sketch(row: readonly NodeGroup[], helpers: readonly (NodeGroup | GuardKind)[]): FlowSketch {
  const gap = row.length > 2 ? 312 : 380;
  const steps = row.map((group, at) => ({ id: `s${at}`, x: at * gap, y: 0, width: at === 1 ? 240 : 208, group }));
  const under = helpers.map((helper, at) => {
    const isGuard = helper === "firewall" || helper === "permission" || helper === "limits" || helper === "approval";
    return {
      id: `h${at}`,
      x: 60 + at * 148,
      y: 200,
      width: isGuard ? 104 : 176,
      group: isGuard ? ("guard" as const) : helper,
      ...(isGuard && { guard: helper }),
    };
  });
  const wires = [
    ...steps.slice(1).map((step, at) => ({ from: `s${at}`, to: step.id, kind: "data" as const })),
    ...under.map(({ id, group }) => ({
      from: "s1",
      to: id,
      kind: group === "guard" ? ("guard" as const) : ("tool" as const),
    })),
  ];
  return { nodes: [...steps, ...under], wires };
}

type Sample = [title: string, description: string, category: string, guards: number, steps: number, sketch: FlowSketch];

const samples: Sample[] = [
  [
    "Customer support with refunds",
    "Answers order questions, refunds small amounts, asks a person above 100 EUR.",
    "Support",
    4,
    7,
    sketch(["talk", "think", "talk"], ["act", "act", "firewall", "permission", "limits"]),
  ],
  [
    "Answers from HR policies",
    "Finds the paragraph, quotes it, hands over what only HR may read.",
    "People",
    3,
    4,
    sketch(["talk", "think", "talk"], ["data", "firewall", "permission", "limits"]),
  ],
  [
    "Check and pay invoices",
    "Reads the invoice, compares it with the order, two people release payment.",
    "Finance",
    3,
    4,
    sketch(["data", "think", "act"], ["firewall", "limits", "approval"]),
  ],
  [
    "Sort sales leads",
    "Asks three questions, scores the lead, books a call in the calendar.",
    "Sales",
    2,
    5,
    sketch(["talk", "think", "act"], ["firewall", "limits"]),
  ],
  [
    "Meeting notes to tasks",
    "Turns a transcript into tasks with an owner and a date.",
    "People",
    2,
    3,
    sketch(["data", "think", "act"], ["firewall", "limits"]),
  ],
  [
    "IT help desk",
    "Resets a password after an identity check, opens a ticket otherwise.",
    "IT",
    3,
    5,
    sketch(["talk", "think", "talk"], ["act", "act", "firewall", "permission", "approval"]),
  ],
  [
    "Contract reader",
    "Lists notice periods and unusual clauses, with the page each came from.",
    "Finance",
    2,
    4,
    sketch(["data", "think", "talk"], ["data", "firewall", "limits"]),
  ],
  [
    "Ask the sales figures",
    "Turns a question into SQL that can only read, shows a table.",
    "Sales",
    3,
    3,
    sketch(["talk", "think", "data"], ["firewall", "permission", "limits"]),
  ],
];

export const templates: Template[] = samples.map(([title, description, category, guards, steps, drawing]) => ({
  id: title,
  title,
  description,
  category,
  guards,
  steps,
  sketch: drawing,
}));

export const flows: FlowRow[] = [
  {
    id: "1",
    name: "Customer support with refunds",
    href: "#/kit/editor",
    icon: "headset",
    group: "talk",
    isForeign: false,
    toRepair: 0,
    lastRun: { kind: "waiting", text: "Waiting for 1 person", when: "41 min left" },
    runs: 1204,
    thisMonth: 212,
    edited: { text: "just now", exact: "22 Nov 2026, 14:02" },
  },
  {
    id: "2",
    name: "Invoices March",
    href: "#/kit/editor",
    icon: "receipt",
    group: "act",
    isForeign: false,
    toRepair: 0,
    lastRun: { kind: "done", text: "Done, 14 paid", when: "today 11:20" },
    runs: 61,
    thisMonth: 14,
    edited: { text: "yesterday", exact: "21 Nov 2026, 16:40" },
  },
  {
    id: "3",
    name: "Inbox assistant",
    href: "#/kit/unguarded",
    icon: "mail",
    group: "talk",
    isForeign: false,
    toRepair: 2,
    lastRun: undefined,
    runs: 0,
    thisMonth: 0,
    edited: { text: "2 days ago", exact: "20 Nov 2026, 09:12" },
  },
  {
    id: "4",
    name: "Holiday and sick leave",
    href: "#/kit/editor",
    icon: "book-open",
    group: "data",
    isForeign: false,
    toRepair: 0,
    lastRun: { kind: "stopped", text: "Stopped by the firewall", when: "today 08:51" },
    runs: 388,
    thisMonth: 57,
    edited: { text: "last week", exact: "14 Nov 2026, 10:00" },
  },
];
