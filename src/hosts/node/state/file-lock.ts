import { open, readFile, rm, stat } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";

/** A holder that had no time to write its name into the lock file is given this long before it counts as dead. */
const nameless = 2_000;
const pollMs = 2;

/**
 * Holds the lock file while the work lasts. A lock whose process is dead is taken over, so a killed run blocks nobody.
 * @param patienceMs how long to wait for another holder; 0 tries once.
 * @returns undefined when somebody else holds it for longer than that.
 */
export async function withFileLock<T>(
  path: string,
  patienceMs: number,
  work: () => Promise<T>,
): Promise<{ readonly value: T } | undefined> {
  const until = performance.now() + patienceMs;
  while (!(await take(path))) {
    if (await isAbandoned(path)) await breakLock(path);
    else if (performance.now() >= until) return undefined;
    else await delay(pollMs);
  }
  try {
    return { value: await work() };
  } finally {
    held.delete(path);
    await rm(path, { force: true });
  }
}

/** Locks of this very process: after a restart in a container another process may have had our number. */
const held = new Set<string>();
let ownStart: Promise<string> | undefined;

async function take(path: string): Promise<boolean> {
  try {
    const handle = await open(path, "wx", 0o600);
    held.add(path);
    ownStart ??= startOf(process.pid);
    await handle.writeFile(`${process.pid} ${await ownStart}`);
    await handle.close();
    return true;
  } catch (problem) {
    if (codeOf(problem) === "EEXIST") return false;
    throw problem;
  }
}

async function isAbandoned(path: string): Promise<boolean> {
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text === undefined) return false;
  const [pid = "", start = ""] = text.split(" ");
  if (pid === "") return (await ageOf(path)) > nameless;
  if (Number(pid) === process.pid) return !held.has(path);
  return !isAlive(Number(pid)) || (start !== "" && start !== (await startOf(Number(pid))));
}

/** Of several who find an abandoned lock, one removes it; it looks again first, as it may be a new one by now. */
async function breakLock(path: string): Promise<void> {
  const guard = `${path}.breaking`;
  if ((await ageOf(guard)) > nameless) await rm(guard, { force: true });
  try {
    await (await open(guard, "wx", 0o600)).close();
  } catch {
    return delay(pollMs);
  }
  try {
    if (await isAbandoned(path)) await rm(path, { force: true });
  } finally {
    await rm(guard, { force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (problem) {
    return codeOf(problem) === "EPERM";
  }
}

/** When a process started, in the kernel's ticks; empty where the platform does not tell. Field 22 of proc(5) stat. */
async function startOf(pid: number): Promise<string> {
  const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  return text.slice(text.lastIndexOf(")") + 2).split(" ")[19] ?? "";
}

async function ageOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  return found === undefined ? 0 : Date.now() - found.mtimeMs;
}

export function codeOf(problem: unknown): string {
  return problem instanceof Error && "code" in problem ? String(problem.code) : "";
}
