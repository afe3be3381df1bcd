import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { holeNames, holes } from "./peers-approval-holes.fixture.ts";

// The holes of other products' approval gates, each closed here; and for each, that its test fails once the guard is gone.

describe.each(holeNames)("%s", (name) => {
  const { says, play, guard } = holes[name];

  test(says, async () => {
    expect(await play()).toEqual([]);
  });

  test("is found once its guard is taken out", { timeout: 120_000 }, async () => {
    const { wasTakenOut, problems } = await planted(JSON.stringify({ name, ...guard }));
    expect(wasTakenOut).toBe(true);
    expect(problems).not.toEqual([]);
  });
});

/** Each is a process of its own; compiling every module anew would take most of its time. */
const NODE_COMPILE_CACHE = join(import.meta.dirname, "../../../.cache/compile");

const result = z.object({ wasTakenOut: z.boolean(), problems: z.array(z.string()) });

async function planted(violation: string): Promise<z.infer<typeof result>> {
  const path = join(import.meta.dirname, "planted.fixture.ts");
  const env = { ...process.env, NODE_COMPILE_CACHE };
  const { stdout } = await promisify(execFile)(process.execPath, [path, violation], { env });
  return result.parse(JSON.parse(stdout));
}
