import type { Wall } from "#hosts/sandbox";
import { usualMemoryBytes, type SandboxRuntime, type ToWall } from "#pillars/sandbox";

type Run = Extract<ToWall, { kind: "run" }>;

/** What a runtime's compiled code is worked in with: what people's code does most. */
const exercises: Partial<Readonly<Record<SandboxRuntime, Pick<Run, "language" | "source">>>> = {
  quickjs: {
    language: "javascript",
    source: `let sum = 0;
for (let turn = 0; turn < 4; turn++) {
  const rows = Array.from({ length: 4000 }, (_, at) => ({ at, name: "row " + at, value: at / 7 }));
  const read = JSON.parse(JSON.stringify(rows));
  for (const { name, value } of read.filter((row) => row.at % 3 === 0)) sum += name.length + value;
  read.sort((a, b) => b.value - a.value);
}
return sum`,
  },
  micropython: {
    language: "python",
    source: `rows = [{"at": at, "name": "row %d" % at, "value": at / 7} for at in range(1000)]
total = 0
for row in rows:
    if row["at"] % 3 == 0:
        total += len(row["name"]) + row["value"]
rows.sort(key=lambda row: -row["value"])
return total`,
  },
};

const limits: Run["limits"] = {
  timeMs: 5_000,
  memoryBytes: usualMemoryBytes,
  stackBytes: 64 * 1024,
  sourceBytes: 4_096,
  valueBytes: 1_024,
  consoleBytes: 0,
  calls: 0,
  callsInFlight: 0,
};

/**
 * Keeps a wall that serves nobody, after it has run our own exercise. A compiled module cannot be posted into an opaque origin,
 * so each wall compiles the engine's bytes anew; but a browser that finds the same bytes compiled and alive in the process
 * takes that code, with all it has meanwhile optimised. Without a keeper the code dies with each wall: walls take twice as long to
 * start, and large values twice as long to read.
 */
export async function keep(runtime: SandboxRuntime, build: () => Promise<Wall>): Promise<Wall | undefined> {
  const exercise = exercises[runtime];
  if (exercise === undefined) return undefined;
  const wall = await build();
  wall.post({ kind: "run", ...exercise, input: "null", now: 0, seed: 0, limits });
  return wall;
}
