import { execFile, spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import type { Case } from "./honest.ts";

const script = join(import.meta.dirname, "../../../../tools/verify.py");

const answer = z.looseObject({
  verdict: z.string(),
  state: z.string(),
  codes: z.array(z.string()),
  step: z.number().optional(),
  part: z.string().optional(),
  events: z.number(),
  erased: z.number(),
  withheld: z.number(),
  notes: z.array(z.looseObject({ message: z.string() })),
});
export type Answer = z.infer<typeof answer>;

/** Why the second verifier cannot run here, or undefined. */
export function whyNot(): string | undefined {
  const missing = ["python3", "openssl"].filter(
    (name) => spawnSync(name, [name === "openssl" ? "version" : "--version"]).status !== 0,
  );
  return missing.length === 0 ? undefined : `${missing.join(" and ")} not found`;
}

/** What the second verifier says of each case, in their order; cases with the same keys and receipts share one process. */
export async function askSecond(cases: readonly Case[]): Promise<Answer[]> {
  const folder = await mkdtemp(join(tmpdir(), "gatehouse-agree-"));
  try {
    const files = cases.map((_, at) => join(folder, `${at}.zip`));
    await Promise.all(cases.map(({ bytes }, at) => writeFile(files[at] ?? "", bytes)));
    const answers = new Map<string, Answer>();
    const groups = Map.groupBy(cases.entries(), ([, { trust, receipts }]) => JSON.stringify([trust, receipts]));
    for (const group of groups.values())
      for (const [file, said] of await askTogether(
        folder,
        group.map(([at, each]) => [files[at] ?? "", each]),
      ))
        answers.set(file, said);
    return files.map((file) => {
      const said = answers.get(file);
      if (said === undefined) throw new Error(`The second verifier said nothing about ${file}.`);
      return said;
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function askTogether(folder: string, group: readonly (readonly [string, Case])[]): Promise<[string, Answer][]> {
  const [first] = group;
  const { trust = [], receipts = [] } = first?.[1] ?? {};
  const kept = receipts.map((_, at) => join(folder, `${at}.receipt`));
  await Promise.all(receipts.map((receipt, at) => writeFile(kept[at] ?? "", receipt)));
  const options = [...trust.flatMap((key) => ["--trust", key]), ...kept.flatMap((path) => ["--receipt", path])];
  const { stdout } = await run([script, "--json", ...options, ...group.map(([file]) => file)]);
  return stdout
    .trimEnd()
    .split("\n")
    .map((line) => {
      const said = answer.extend({ file: z.string() }).parse(JSON.parse(line));
      return [said.file, said];
    });
}

const execute = promisify(execFile);

/** Exit 1 only says that some bundle failed. */
async function run(argv: readonly string[]): Promise<{ stdout: string }> {
  try {
    return await execute("python3", argv, { maxBuffer: 64 * 2 ** 20 });
  } catch (problem) {
    const failed = z.object({ code: z.literal(1), stdout: z.string().min(1) }).safeParse(problem);
    if (failed.success) return failed.data;
    throw problem;
  }
}
