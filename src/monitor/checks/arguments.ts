import { Validator } from "@cfworker/json-schema";
import type { JsonObject } from "#engine";

/** Why arguments are not what the tool's JSON Schema says; undefined when they are. A schema that cannot be read admits nothing. */
export function argumentsProblem(schema: JsonObject, args: JsonObject): string | undefined {
  try {
    // Interpreted, not compiled: a compiling validator would need an eval that the page forbids.
    const { valid, errors } = new Validator({ ...schema }, "2020-12", true).validate(args);
    if (valid) return undefined;
    const error = errors.at(-1);
    const place = error?.instanceLocation.replace(/^#\/?/u, "").replaceAll("/", ".");
    return `The call is not valid at ${place === undefined || place === "" ? "its arguments" : place}: ${error?.error ?? "unknown problem."}`;
  } catch {
    return "The tool does not say clearly what it takes, so it cannot be called.";
  }
}
