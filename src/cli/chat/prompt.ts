import type { Flow } from "#engine";
import type { ApprovalRequestEvent, PersonDecision } from "#monitor";
import type { Shell } from "../shell.ts";
import { personOf } from "./answers.ts";
import { requestLines } from "./event-lines.ts";

/** The lines somebody types, one after the other; undefined when there are no more. */
export interface Prompt {
  readonly next: (question: string) => Promise<string | undefined>;
  /** Lets go of standard input, so that the process can end. */
  readonly close: () => Promise<void>;
}

export function openPrompt(shell: Shell): Prompt {
  let lines: AsyncIterator<string> | undefined;
  return {
    async next(question) {
      if (shell.isTerminal) process.stderr.write(question);
      // Not before the first question: reading would keep a process alive that asks none.
      lines ??= shell.lines()[Symbol.asyncIterator]();
      try {
        const line = await lines.next();
        return line.done === true ? undefined : line.value;
      } catch (problem) {
        if (shell.interrupted.aborted) return undefined;
        throw problem;
      }
    },
    async close() {
      await lines?.return?.();
    },
  };
}

/** Shows a request and takes “approve NAME”, “deny NAME” or “later”. The rules say afterwards whether NAME may. */
export function askAtTerminal(prompt: Prompt, flow: Flow, shell: Shell) {
  return async (request: ApprovalRequestEvent): Promise<PersonDecision | undefined> => {
    for (const line of requestLines(request)) shell.out(line);
    for (;;) {
      const line = await prompt.next("    approve NAME, deny NAME, or later: ");
      if (line === undefined || line.trim() === "later") return undefined;
      const [, decision, name] = /^(approve|deny)\s+(\S.*?)\s*$/u.exec(line.trim()) ?? [];
      if (name === undefined || (decision !== "approve" && decision !== "deny")) continue;
      return { by: personOf(name, request.attrs.roles[0] ?? "approver", flow), decision, comment: "" };
    }
  };
}
