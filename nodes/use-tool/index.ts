import { defineNode, labelled, port, RunError } from "#engine";
import { z } from "zod";
import { readGiven } from "./given.ts";

export const useTool = defineNode({
  type: "use-tool",
  version: 1,
  title: "Use a tool",
  group: "act",
  icon: "wrench",
  description: "Calls the tool attached to it with what comes in, behind the same rules as an agent's call.",
  summary: ({ purpose, given }) => {
    if (purpose.trim() !== "") return purpose.trim();
    const read = readGiven(given);
    if (typeof read === "string" || read.length === 0) return "Gives it nothing";
    return `Gives it ${read.map(({ name }) => name).join(", ")}`;
  },
  config: z.strictObject({
    purpose: z.string().max(120).default("").meta({ title: "What it does", description: "One line for the card." }),
    given: z.string().max(10_000).default("").meta({
      title: "What it is given",
      description:
        "A line for each argument. {{ value.orderId }} is that field of what comes in, the rest your own text.",
      widget: "textarea",
    }),
  }),
  inputs: { value: port.json("Value") },
  outputs: { result: port.json("Result"), refused: port.json("Refused") },
  attach: {
    tool: port.one("tool", "Tool"),
    firewall: port.one("firewall", "Firewall"),
    permission: port.upToOne("permission", "Permission"),
    limits: port.upToOne("limits", "Limits"),
  },
  review: ({ given }) => {
    const read = readGiven(given);
    return typeof read === "string" ? [{ severity: "error", message: read }] : [];
  },
  needs: ["tools"],
  effect: "write",
  async run({ config, inputs, labels, host, attached }) {
    const tools = attached.flatMap(({ kind, tools: offered }) => (kind === "tool" ? offered : []));
    const given = readGiven(config.given);
    if (typeof given === "string") throw new RunError("bad-config", given);
    // Of several tools of one node the one that takes all that is given; which it is shows when the flow is drawn, not when it runs.
    const spec = tools.find(({ roles }) => given.every(({ name }) => Object.hasOwn(roles, name)));
    if (spec === undefined) throw new RunError("bad-config", "The attached tool does not take what it is given.");
    const label = labels["value"] ?? { integrity: "untrusted", sources: [] };
    // Loaded when the step runs: a drawing does not need it.
    const { argumentsFrom } = await import("./arguments.ts");
    const { args, labels: worth } = argumentsFrom(given, inputs.value, label, spec);
    const turn = await host.tools.call("call", { callId: "call", tool: spec.name, arguments: args }, worth);
    const { data, label: answered } = turn.result;
    if (turn.outcome === "success") return { result: labelled(data, answered) };
    // Why there is no answer may be anybody's doing, and so what is done instead.
    return { refused: labelled(data, answered, { integrity: "untrusted", sources: [] }) };
  },
});
