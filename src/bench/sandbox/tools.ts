import type { CodeRequest, JsonValue } from "#engine";

export interface ToolLog {
  readonly call: CodeRequest["call"];
  /** Every call that got through, as text, to look for the secret in. */
  readonly seen: string[];
}

const tools: ReadonlyMap<string, (argument: JsonValue) => Promise<JsonValue>> = new Map([
  ["echo", async (argument) => argument],
  ["fail", () => Promise.reject(new Error("The tool failed."))],
  ["slow", (argument) => new Promise<JsonValue>((resolve) => setTimeout(resolve, 20, argument))],
  ["big", async () => "b".repeat(512 * 1024)],
  ["never", () => new Promise<JsonValue>(() => undefined)],
  ["proto", async (): Promise<JsonValue> => JSON.parse('{"__proto__":{"polluted":1}}')],
  ["pay", pay],
]);

export const grantedTools: readonly string[] = [...tools.keys()];

/** The tools an attack may reach. A name outside of them getting here at all is an escape, which `seen` shows. */
export function openTools(): ToolLog {
  const seen: string[] = [];
  return {
    seen,
    call: async (name, argument) => {
      seen.push(`${name} ${JSON.stringify(argument)}`);
      const tool = tools.get(name);
      if (tool === undefined) return seen.push("ESCAPED: a tool that was not granted was reached");
      return tool(argument);
    },
  };
}

async function pay(argument: JsonValue): Promise<JsonValue> {
  const amount: unknown =
    typeof argument === "object" && argument !== null ? Reflect.get(argument, "amount") : undefined;
  if (typeof amount !== "number" || !(amount > 0 && amount <= 100)) throw new Error("The amount is not allowed.");
  return { paid: amount };
}
