import { registerHooks } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";

// A process of its own that takes one guard out of the sources as they are loaded, plays the hole that the guard closes, and
// prints what went wrong. It fails when the guard does not stand where the hole says.
const { name, path, holds, instead } = z
  .object({ name: z.string(), path: z.string(), holds: z.string().min(1), instead: z.string() })
  .parse(JSON.parse(process.argv[2] ?? "{}"));
const target = pathToFileURL(join(import.meta.dirname, "../../..", path)).href;
let wasTakenOut = false;

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    if (url !== target) return loaded;
    const source = typeof loaded.source === "string" ? loaded.source : new TextDecoder().decode(loaded.source);
    if (source.split(holds).length !== 2) throw new Error(`${path} does not hold “${holds}” once.`);
    wasTakenOut = true;
    return { ...loaded, source: source.replace(holds, () => instead) };
  },
});

const { holes, holeNames } = await import("./peers-approval-holes.fixture.ts");
const hole = holeNames.find((each) => each === name);
const problems = hole === undefined ? [] : await holes[hole].play();
process.stdout.write(JSON.stringify({ wasTakenOut, problems }));
process.exit(0);
