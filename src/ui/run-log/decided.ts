import type { RunEvent } from "#engine";
import type { DecidedItem, InboxItem } from "../approvals/index.ts";
import { peopleOf } from "./approval.ts";
import type { RequestEvent } from "./approval.ts";
import { logOf, speakerOf } from "./log.ts";
import { nthApproval } from "./nth-approval.ts";
import { stepTitle } from "./reading.ts";
import type { Reading } from "./reading.ts";
import { clock, span } from "./times.ts";

/** A waiting request as a line of the inbox. `id` is unique over runs. */
export function inboxItem(
  id: string,
  request: RequestEvent,
  events: readonly RunEvent[],
  reading: Reading,
  now: number,
): InboxItem {
  const tool = reading.tools.get(request.attrs.tool);
  const left = Math.max(0, request.attrs.expiresAt - now);
  const person = speakerOf(logOf(events), request.key);
  return {
    id,
    icon: tool?.icon ?? "stamp",
    group: tool?.group ?? "guard",
    title: request.values.sentence ?? "",
    detail: [stepTitle(reading, request.node?.id), person].filter(Boolean).join(" · "),
    timeLeft: { text: span(left, reading.words), left, total: request.attrs.expiresAt - request.time },
    ...peopleOf(request, events),
  };
}

/** What was decided in a run since `from`, newest first. `id` is the step of the decision. */
export function decidedItems(
  events: readonly RunEvent[],
  from: number,
  reading: Reading,
): readonly (DecidedItem & { readonly time: number })[] {
  const { decide } = reading.words;
  const log = logOf(events);
  return events
    .filter(({ time }) => time >= from)
    .flatMap((event): (DecidedItem & { time: number })[] => {
      if (event.kind !== "approval.decision" && event.kind !== "approval.timeout") return [];
      const request = log.find("approval.request", event.attrs.approvalId);
      const common = { id: String(event.seq), title: request?.values.sentence ?? "", time: event.time };
      const at = clock(event.time, reading.words);
      if (event.kind === "approval.timeout") return [{ ...common, outcome: "expired", detail: decide.expired(at) }];
      const outcome = ({ approve: "approved", edit: "edited", deny: "denied" } as const)[event.attrs.decision];
      const name = `${event.values.name ?? event.attrs.role}${nthApproval(event, log, reading)}`;
      return [{ ...common, outcome, detail: decide.by(decide.outcomes[outcome], name, at) }];
    })
    .reverse();
}
