import type { CodeRequest } from "#engine";
import { cutText, maximumErrorLength, readBorder, refusal, writeBorder } from "#pillars/sandbox";

export interface ToolReply {
  readonly ok: boolean;
  readonly text: string;
  readonly isDenial: boolean;
}

export interface ToolDesk {
  /** Calls that reached `request.call`. */
  readonly calls: number;
  readonly inFlight: number;
  ask(tool: string, argument: string): Promise<ToolReply>;
}

/**
 * Where the guest's calls are decided, on this side of the border and on the parsed copy: nothing the guest does after it
 * has called can change what was checked. Names are looked up in a Map, so "constructor" is only a name. Never rejects.
 */
export function openToolDesk({ tools, limits, call }: Pick<CodeRequest, "tools" | "limits" | "call">): ToolDesk {
  const granted = new Map(tools.map((name) => [name, name]));
  let calls = 0;
  let inFlight = 0;

  async function ask(name: string, text: string): Promise<ToolReply> {
    const tool = granted.get(name);
    if (tool === undefined) return { ...failure(refusal.tool(name)), isDenial: true };
    if (calls >= limits.calls) return failure(refusal.calls(limits));
    if (inFlight >= limits.callsInFlight) return failure(refusal.inFlight(limits));
    const argument = readBorder(text, limits.valueBytes);
    if (!argument.ok) return failure(refusal.argument(argument.fault, limits));
    calls++;
    inFlight++;
    try {
      const answer = writeBorder(await call(tool, argument.value), limits.valueBytes);
      return answer.ok
        ? { ok: true, text: answer.text, isDenial: false }
        : failure(refusal.answer(answer.fault, limits));
    } catch (fault) {
      return failure(messageOf(fault));
    } finally {
      inFlight--;
    }
  }

  return {
    get calls() {
      return calls;
    },
    get inFlight() {
      return inFlight;
    },
    ask,
  };
}

function failure(text: string): ToolReply {
  return { ok: false, text, isDenial: false };
}

function messageOf(fault: unknown): string {
  return fault instanceof Error && fault.message !== ""
    ? cutText(fault.message, maximumErrorLength)
    : "The tool failed.";
}
