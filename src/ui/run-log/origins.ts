import type { JsonValue, Origin as RecordedOrigin, RunEvent } from "#engine";
import type { Origin } from "#ui/kit";
import type { ApprovalArgument } from "../approvals/index.ts";
import { currencyIn, currencyOf, readableValue } from "./amounts.ts";
import { isReachable, originPlace, type OriginPlace } from "./origin-place.ts";
import type { EventOfKind } from "./log.ts";
import { labelOf } from "./reading.ts";
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
  events: readonly RunEvent[],
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
    const [path, origin] = own.toSorted(([, a], [, b]) => rank(b) - rank(a))[0] ?? [name];
    const kind = origin?.kind ?? "model";
    const place = originPlace(request, path, origin, events);
    const isPerson = kind === "user" && viewpoint === "approver";
    return {
      name,
      label: labelOf(name, tool),
      value: readableValue(value, currencyOf(tool?.spec, name) ?? currencyIn(request.values.sentence ?? "", value)),
      origin: chips[kind],
      source: isPerson
        ? decide.messageOf(requester)
        : kind === "model"
          ? byAgent(place, reading)
          : sourceOf(origin, reading),
      place: place ?? "gone",
      isReachable: isReachable(origin, request, events),
      isEditable: request.attrs.allowEdit && (typeof value === "string" || typeof value === "number"),
    };
  });
}

/** What the house itself wrote as a source is said in the reader's language; names of records stay. */
function sourceOf(origin: RecordedOrigin | undefined, { words }: Reading): string {
  if (origin?.title === "your message") return words.decide.ownMessage;
  if (origin?.title === "written in the flow") return words.decide.writtenInFlow;
  return origin?.title ?? "";
}

function byAgent(place: OriginPlace | undefined, { words }: Reading): string {
  const { byAgent: alone, byAgentFrom } = words.decide;
  return place?.document === undefined ? alone : byAgentFrom(place.document);
}

/** As the tool lists them, the amount and the target before free text. */
function ordered(args: Readonly<Record<string, JsonValue>>, tool: KnownTool | undefined): [string, JsonValue][] {
  const roles = ["value", "target", "id", "content", "flag"];
  const rankOf = (name: string) => roles.indexOf(tool?.spec.roles[name] ?? "flag");
  return Object.entries(args).sort(([a], [b]) => rankOf(a) - rankOf(b) || a.localeCompare(b));
}

function rank(origin: RecordedOrigin): number {
  return ["author", "user", "record", "model", "outside"].indexOf(origin.kind);
}
