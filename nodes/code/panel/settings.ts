import { pythonLibrary } from "#engine";
import { z } from "zod";
import { code } from "../index.ts";

const shown = z.object({
  purpose: z.string(),
  language: z.string(),
  library: pythonLibrary,
  source: z.string(),
  seconds: z.number(),
  megabytes: z.number(),
  calls: z.number(),
});

/** What the panel shows: what is stored, and the step's own defaults for what is not there or cannot be taken. */
export function shownSettings(value: Readonly<Record<string, unknown>>): z.infer<typeof shown> {
  const usual = code.configSchema.parse({});
  const fields = Object.entries({ ...usual, ...value }).map(([name, field]) => [
    name,
    code.configSchema.safeParse({ [name]: field }).success ? field : usual[name],
  ]);
  return shown.parse(Object.fromEntries(fields));
}
