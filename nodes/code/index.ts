import { codeLanguage, defineNode, port, pythonLibrary, type PythonLibrary } from "#engine";
import { z } from "zod";

const languages = { javascript: "JavaScript", typescript: "TypeScript", python: "Python" } as const;

function nameOf(language: keyof typeof languages, library: PythonLibrary): string {
  return language === "python" && library === "full" ? "Full Python" : languages[language];
}

const settings = z.strictObject({
  purpose: z.string().max(120).default("").meta({ title: "What it does", description: "One line for the card." }),
  language: codeLanguage
    .extract(["javascript", "typescript", "python"])
    .default("javascript")
    .meta({ title: "Language", labels: languages }),
  library: pythonLibrary.default("small").meta({
    title: "Python library",
    description: "The full one runs in a browser that has downloaded it.",
    labels: { small: "Small, built in", full: "Full, a download" },
  }),
  source: z.string().max(262_144).default("return input;").meta({
    title: "Code",
    description:
      "Sees input, and host.call(tool, arguments) for the tools attached to it. What it returns goes on; Python may also leave it in result or in its last line.",
    widget: "code",
  }),
  seconds: z.number().min(0.1).max(30).default(1).meta({
    title: "Seconds",
    description: "It is stopped after this.",
  }),
  megabytes: z.int().min(24).max(256).default(64).meta({ title: "Memory in MB", description: "It gets no more." }),
  calls: z.int().min(0).max(256).default(20).meta({
    title: "Tool calls",
    description: "How often it may use the tools attached to it.",
  }),
});

export const code = defineNode({
  type: "code",
  version: 1,
  title: "Code",
  group: "act",
  icon: "code-xml",
  description: "Runs code of your own behind two walls: no network, no files, no more time and memory than you allow.",
  summary: ({ purpose, language, library, seconds, megabytes }) =>
    purpose.trim() === "" ? `${nameOf(language, library)}, at most ${seconds} s and ${megabytes} MB` : purpose.trim(),
  config: settings,
  presets: [
    {
      id: "python",
      title: "Python",
      description:
        "Runs Python of your own behind two walls: no network, no files, no more time and memory than you allow.",
      config: { language: "python", source: "return input" },
    },
  ],
  inputs: { value: port.optional(port.json("Value")) },
  outputs: { result: port.json("Result") },
  attach: { tool: port.many("tool", "Tools"), permission: port.upToOne("permission", "Permission") },
  needs: ["code"],
  effect: "write",
  run: async (work) => (await import("./run.ts")).runCode(work),
});
