import type { CodeLimits } from "#engine";
import { maximumErrorLength, maximumNameLength, refusal } from "#pillars/sandbox";
import { GuestStop } from "../engine.ts";
import { openMailbox, type Mailbox } from "./mailbox.ts";

/** What a message has beside its value: a name or an error's text, of which JSON may write a character as six. */
const wordsRoom = 6 * 4 * (maximumNameLength + maximumErrorLength);

/** So many calls beyond the allowed ones are refused one by one, for code that goes on without them; then it is ended. */
const spareCalls = 1_000;

/** A mailbox with the room that a run's limits give it; what overflows ends the guest. */
export function openRunMailbox(limits: CodeLimits): Mailbox {
  const room = {
    bytes: limits.valueBytes + wordsRoom,
    whole: limits.callsInFlight + 1,
    messages: limits.calls + spareCalls,
  };
  return openMailbox(room, {
    ofMessage({ word }) {
      if (word === "value") throw new GuestStop({ how: "value-fault", fault: "too-large" });
    },
    ofMailbox() {
      throw new GuestStop({ how: "thrown", message: refusal.calls(limits), isDenial: false });
    },
  });
}
