import type { JsonValue, Origin as RecordedOrigin } from "#engine";
import type { Origin } from "#ui/kit";
import type { ApprovalArgument } from "../approvals/index.ts";
import { currencyOf, readableValue } from "./amounts.ts";
import { asObject, textAt } from "./log.ts";
import type { EventOfKind } from "./log.ts";
import { humanise } from "./reading.ts";
import type { KnownTool, Reading } from "./reading.ts";

const chips = {
  user: "user",
  record: "record",
  author: "rule",
  outside: "outside",
  model: "agent",
} as const satisfies Record<RecordedOrigin["kind"], Origin>;

/** How a person's own message is called: "your message" in their chat, "Nora’s message" in somebody's inbox. */
export type Viewpoint = "requester" | "approver";

/** The arguments of a call as rows, each with where its value came from. */
export function argumentRows(
  request: EventOfKind<"approval.request">,
  requester: string,
  viewpoint: Viewpoint,
  reading: Reading,
): readonly ApprovalArgument[] {
  const { decide } = reading.words;
  const tool = reading.tools.get(request.attrs.tool);
  const origins = request.values.origins ?? {};
  return ordered(request.values.arguments ?? {}, tool).map(([name, value]) => {
    // A list or a record has an origin for each of its parts; the worst one speaks for all.
    const own = Object.entries(origins).filter(([path]) => path === name || path.startsWith(`${name}.`));
    const origin = own.map(([, each]) => each).sort((a, b) => rank(b) - rank(a))[0];
    const kind = origin?.kind ?? "model";
    const isPerson = kind === "user" && viewpoint === "approver";
    return {
      name,
      label: labelOf(name, tool),
      value: readableValue(value, currencyOf(tool?.spec, name)),
      origin: chips[kind],
      source: isPerson ? decide.messageOf(requester) : kind === "model" ? decide.byAgent : (origin?.title ?? ""),
      isEditable: request.attrs.allowEdit && (typeof value === "string" || typeof value === "number"),
    };
  });
}

/** As the tool lists them, the amount and the target before free text. */
function ordered(args: Readonly<Record<string, JsonValue>>, tool: KnownTool | undefined): [string, JsonValue][] {
  const roles = ["value", "target", "id", "content", "flag"];
  const rankOf = (name: string) => roles.indexOf(tool?.spec.roles[name] ?? "flag");
  return Object.entries(args).sort(([a], [b]) => rankOf(a) - rankOf(b) || a.localeCompare(b));
}

export function labelOf(name: string, tool: KnownTool | undefined): string {
  const title = textAt(asObject(tool?.spec.inputSchema["properties"])[name], "title");
  return title === "" ? humanise(name) : title;
}

function rank(origin: RecordedOrigin): number {
  return ["author", "user", "record", "model", "outside"].indexOf(origin.kind);
}
