import { defineNode, isJsonObject, port, RunError, type JsonObject, type NodeDefinition, type Rendered } from "#engine";
import { z } from "zod";

/** What reads Liquid. A parameter, because the reader is large and a drawing can be shown without it. */
export interface Liquid {
  /** Undefined when the template can be read; else one sentence. */
  readonly templateProblem: (template: string) => string | undefined;
  readonly renderTemplate: (template: string, values: JsonObject) => Rendered;
}

export function templateWith({ templateProblem, renderTemplate }: Liquid): NodeDefinition {
  return defineNode({
    type: "template",
    version: 1,
    title: "Set text",
    group: "data",
    icon: "pen-line",
    description: "Writes a text, with places that are filled from what comes in.",
    summary: ({ template: text }) => text.split("\n").find((line) => line.trim() !== "") ?? "Writes an empty text",
    config: z.strictObject({
      template: z.string().max(20_000).default("{{ value }}").meta({
        title: "Text",
        description: "{{ value }} is what comes in; {{ name }} is its field of that name.",
        widget: "template",
      }),
    }),
    inputs: { value: port.optional(port.json("Value")) },
    outputs: { text: port.text("Text") },
    attach: {},
    review: ({ template: text }) => {
      const problem = templateProblem(text);
      return problem === undefined ? [] : [{ severity: "error", message: problem }];
    },
    needs: [],
    effect: "read",
    async run({ config, inputs }) {
      const { value } = inputs;
      const fields = isJsonObject(value) ? value : {};
      const rendered = renderTemplate(config.template, { ...fields, value: value ?? "" });
      if (!rendered.ok) throw new RunError("bad-config", rendered.problem);
      return { text: rendered.text };
    },
  });
}
