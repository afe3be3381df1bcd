import { defineNode, port, type ToolSpec } from "#engine";
import { z } from "zod";

const settings = z.strictObject({
  seconds: z.number().min(0.1).max(30).default(1).meta({ title: "Seconds", description: "It is stopped after this." }),
  megabytes: z.int().min(24).max(256).default(64).meta({ title: "Memory in MB", description: "It gets no more." }),
  calls: z.int().min(0).max(100).default(20).meta({
    title: "Tool calls",
    description: "How often a piece of code may use the agent's tools.",
  }),
});

const inputSchema: ToolSpec["inputSchema"] = {
  type: "object",
  properties: {
    purpose: { type: "string", title: "What it does", description: "One sentence for the person.", maxLength: 200 },
    code: {
      type: "string",
      title: "Code",
      description: "JavaScript, the body of an async function. Use a tool by await host.call(name, arguments).",
      maxLength: 20_000,
    },
  },
  required: ["purpose", "code"],
  additionalProperties: false,
};

export const codeTool = defineNode({
  type: "code-tool",
  version: 1,
  title: "Write code",
  group: "act",
  icon: "file-code",
  description:
    "Lets an agent write code that puts its tools together. Each tool that the code uses keeps its own rules.",
  summary: ({ seconds, calls }) => `At most ${seconds} s and ${calls} tool calls`,
  config: settings,
  inputs: {},
  outputs: {},
  attach: { approval: port.upToOne("approval", "Approval"), permission: port.upToOne("permission", "Permission") },
  provides: "tool",
  tools: ({ seconds, megabytes, calls }): ToolSpec[] => [
    {
      name: "run_code",
      title: "Write code",
      description:
        "Runs JavaScript that you write, to work through many records or to compute. It is the body of an async function: " +
        'await host.call("name of a tool", { its arguments }) gives that tool\'s result, and what the code returns is your answer. ' +
        "It has no network, no files and no clock of its own.",
      effect: "write",
      inputSchema,
      // Neither leaves the house nor does anything by itself: what the code does, it does by calls that are judged one by one.
      roles: { purpose: "flag", code: "flag" },
      resultOrigins: {},
      sentence: "Run code that the agent has written: {{ purpose }}",
      resultSentence: "The code gave {{ value }}.",
      phrases: [
        "write code that adds up my orders",
        "go through all orders with a script",
        "compute this with a program",
        "run code over these records",
      ],
      runsCode: { timeMs: Math.round(seconds * 1000), memoryBytes: megabytes * 2 ** 20, calls },
    },
  ],
  needs: [],
  effect: "write",
});
