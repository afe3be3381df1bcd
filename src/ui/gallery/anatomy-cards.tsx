import { Button } from "#ui/kit";
import { FlowNodeCard, GuardNode } from "../canvas/index.ts";
import type { GuardData, NodeStatus } from "../canvas/index.ts";
import type { NodeGroup } from "#ui/kit";
import { notify } from "#ui/kit";

type Sample = [title: string, summary: string, icon: string, group: NodeGroup, status: NodeStatus];

const cards: Sample[] = [
  ["Refund", "Up to 100 EUR alone", "hand-coins", "act", { kind: "ready" }],
  ["Support agent", "Answers order questions", "bot", "think", { kind: "running", label: "Step 4", progress: 0.33 }],
  ["Refund", "Up to 100 EUR alone", "hand-coins", "act", { kind: "waiting" }],
  ["Write answer", "Stopped by the firewall", "sparkles", "think", { kind: "stopped" }],
  ["Track parcel", "The carrier did not answer", "globe", "act", { kind: "failed" }],
  ["Look up order", "This customer only", "package-search", "act", { kind: "done", label: "0.3 s" }],
  ["Chat input", "From the shop chat", "message-square", "talk", { kind: "idle" }],
  ["Fallback reply", "“A colleague takes over.”", "reply", "talk", { kind: "skipped" }],
  ["Is it a refund", "If money is mentioned", "git-branch", "logic", { kind: "off" }],
  ["Send e-mail", "This customer only", "mail", "act", { kind: "simulated" }],
];

const guards: Omit<GuardData, "ports">[] = [
  { kind: "firewall", title: "Firewall", summary: "9 checks", status: "idle" },
  { kind: "firewall", title: "Firewall", summary: "Stopped 1", status: "stopped", stops: 1 },
  { kind: "permission", title: "Permission", summary: "3 rules", status: "idle" },
  { kind: "limits", title: "Limits", summary: "4 of 12 steps", status: "idle", level: 0.33 },
  { kind: "approval", title: "Approval", summary: "Open", status: "idle" },
  { kind: "approval", title: "Approval", summary: "Waiting", status: "waiting" },
  { kind: "firewall", title: "Firewall", summary: "", status: "suggested" },
];

/** Cards and guards in each of their states, without a canvas around them. */
export function AnatomyCards() {
  return (
    <>
      <div className="anatomy-cards">
        {cards.map(([title, summary, icon, group, status]) => (
          <FlowNodeCard
            key={`${title}-${status.kind}`}
            id={title}
            selected={status.kind === "idle"}
            data={{ title, summary, icon, group, status, size: "step", ports: [], sockets: [] }}
          />
        ))}
        <Button size="sm" icon="shield" onPress={() => void notify({ signal: "pass", text: "Added a firewall." })}>
          Add a firewall
        </Button>
      </div>
      <h2 className="label">Guards have their own shape, and the shape is the instrument</h2>
      <div className="anatomy-guards">
        {guards.map((data) => (
          <GuardNode key={`${data.kind}-${data.status}`} id={data.kind} data={{ ...data, ports: [] }} />
        ))}
      </div>
    </>
  );
}
