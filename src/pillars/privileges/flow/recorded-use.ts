import { isKind, type JsonObject, type RunEvent } from "#engine";

/** One call that was made, as a recorded chat tells of it. */
export interface RecordedUse {
  /** The step that made it. */
  readonly step: string;
  readonly tool: string;
  /** In which role the person spoke. */
  readonly role: string;
  /** Nobody was asked. */
  readonly isAlone: boolean;
  readonly turn: string;
  readonly arguments: JsonObject;
}

/** The calls of one chat. A call whose arguments were erased or withheld still counts, with none. */
export function usesIn(events: readonly RunEvent[]): readonly RecordedUse[] {
  const uses: RecordedUse[] = [];
  let role = "";
  for (const event of events) {
    if (isKind(event, "turn.start")) role = event.attrs.role;
    if (!isKind(event, "tool.call")) continue;
    const [turn = "", step = ""] = event.key.split("/", 2);
    const { tool, approvalId } = event.attrs;
    const { arguments: args = {} } = event.values;
    uses.push({ step, tool, role, isAlone: approvalId === undefined, turn, arguments: args });
  }
  return uses;
}
