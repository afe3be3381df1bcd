import { defineNode, port, type JsonObject, type RowWork, type ToolSpec } from "#engine";
import { z } from "zod";

const rows: JsonObject = {
  type: "array",
  title: "Rows",
  description: "Rows of an earlier result, best as a handle.",
  items: { type: "object" },
  maxItems: 500,
};
const column = (title: string): JsonObject => ({ type: "string", title, minLength: 1, maxLength: 80 });
const figure: JsonObject = {
  type: "string",
  title: "What",
  enum: ["sum", "average", "count", "smallest", "largest"],
};

function tool(
  computes: RowWork,
  spec: Pick<ToolSpec, "name" | "title" | "description" | "sentence" | "resultSentence" | "phrases">,
  properties: JsonObject,
  required: readonly string[],
): ToolSpec {
  return {
    ...spec,
    computes,
    effect: "read",
    inputSchema: {
      type: "object",
      properties: { rows, ...properties },
      required: ["rows", ...required],
      additionalProperties: false,
    },
    // What is compared with steers what is chosen; how it is worked out is free.
    roles: Object.fromEntries(
      ["rows", ...Object.keys(properties)].map((name) => [
        name,
        name === "rows" || name === "value" ? "value" : "flag",
      ]),
    ),
    // Its values keep the origins of those that they were made of.
    resultOrigins: {},
  };
}

const rowTools: readonly ToolSpec[] = [
  tool(
    "keep",
    {
      name: "keep_rows",
      title: "Keep rows",
      description: "Keeps the rows in which a column has a value.",
      sentence: "Keep the rows where {{ field }} is {{ is }} {{ value }}",
      resultSentence: "{{ count }} rows were kept.",
      phrases: ["keep the rows of October", "filter the rows by a column", "only the rows above a value"],
    },
    {
      field: column("Column"),
      is: {
        type: "string",
        title: "Is",
        enum: ["equal", "not equal", "above", "below", "containing", "starting with"],
      },
      value: { type: ["string", "number", "boolean"], title: "Value" },
    },
    ["field", "is", "value"],
  ),
  tool(
    "pick",
    {
      name: "pick_row",
      title: "Pick row",
      description: "Picks the first or last row, or the one with the largest or smallest value in a column.",
      sentence: "Pick the {{ which }} row by {{ field }}",
      resultSentence: "Picked the {{ which }} row.",
      phrases: ["pick the largest row", "pick the first row", "take the last row"],
    },
    {
      which: { type: "string", title: "Which", enum: ["first", "last", "largest", "smallest"] },
      field: column("Column"),
    },
    ["which"],
  ),
  tool(
    "add-up",
    {
      name: "add_up",
      title: "Add up",
      description: "Sums, counts or averages a column, or gives its smallest or largest value.",
      sentence: "Work out the {{ what }} of {{ field }}",
      resultSentence: "The {{ what }} of {{ field }} is {{ value }}, over {{ count }} rows.",
      phrases: ["add up the column", "sum the column amount", "work out the average"],
    },
    { field: column("Column"), what: figure },
    ["field", "what"],
  ),
  tool(
    "group",
    {
      name: "group_rows",
      title: "Group rows",
      description: "Sums, counts or averages a column for each value of another.",
      sentence: "Work out the {{ what }} of {{ field }} for each {{ by }}",
      resultSentence: "{% for each in groups %}{{ each.group }}: {{ each.value }}. {% endfor %}",
      phrases: ["group the rows by a column", "sum for each category", "count the rows for each month"],
    },
    { by: column("For each"), field: column("Column"), what: figure },
    ["by", "field", "what"],
  ),
];

export const rowsNode = defineNode({
  type: "rows",
  version: 1,
  title: "Filter, pick, sum",
  group: "data",
  icon: "filter",
  description:
    "Lets a step filter, pick, sum and group rows of earlier results. Nothing is retyped: every value keeps where it came from.",
  summary: () => "Values keep origins",
  config: z.strictObject({}),
  inputs: {},
  outputs: {},
  attach: { approval: port.upToOne("approval", "Approval"), permission: port.upToOne("permission", "Permission") },
  provides: "tool",
  tools: () => rowTools,
  needs: [],
  effect: "read",
});
