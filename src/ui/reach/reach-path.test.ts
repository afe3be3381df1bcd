import { describe, expect, it } from "vitest";
import { emptyFlow, type Flow, type FlowEdge } from "#engine";
import { reachPath } from "./reach-path.ts";

const wire = (id: string, kind: FlowEdge["kind"], from: string, to: string): FlowEdge => ({
  id,
  kind,
  from: { node: from, port: "out" },
  to: { node: to, port: "in" },
});

const flow: Flow = {
  ...emptyFlow("f", "Flow"),
  edges: [
    wire("w1", "data", "in", "check"),
    wire("w2", "data", "check", "agent"),
    wire("w3", "data", "agent", "reply"),
    wire("w4", "attach", "refund", "agent"),
    wire("w5", "attach", "mail", "agent"),
    wire("w6", "attach", "gate", "refund"),
    wire("w7", "data", "agent", "check"),
  ],
};

describe("the way to a tool", () => {
  it("goes from the person's words over each step to the tool and its gate, and no further", () => {
    const { nodes, wires } = reachPath(flow, { step: "agent", tool: "refund" });
    expect(nodes).toEqual(["in", "check", "agent", "refund", "gate"]);
    expect(wires.toSorted()).toEqual(["w1", "w2", "w4", "w6", "w7"]);
  });

  it("ends in a drawing that goes in circles", () => {
    expect(reachPath(flow, { step: "check", tool: "nothing" }).nodes).toEqual(["agent", "in", "check"]);
  });
});
