import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Detector } from "../detector.ts";
import { peers } from "./catalog.ts";
import type { Peer } from "./catalog.ts";
import { message } from "./messages.ts";
import type { Message } from "./messages.ts";

export interface Peers extends Disposable {
  readonly detectors: readonly Detector[];
  /** Sentences about those that could not be started. */
  readonly missing: readonly string[];
}

const manifest = z.object({ version: z.string() });
const wanted = z.object({ dependencies: z.record(z.string(), z.string()) });

/** Starts every peer that is installed in the version that this project names. */
export async function openPeers(): Promise<Peers> {
  const installed = await installedPeers();
  const absent = peers.filter((peer) => !installed.includes(peer)).map(({ name }) => name);
  const opened = await Promise.all(installed.map(open));
  const running = opened.flatMap((each) => (typeof each === "string" ? [] : [each]));
  return {
    detectors: running.map(({ detector }) => detector),
    missing: [
      ...(absent.length > 0
        ? [`Not measured until npm run bench:peers has installed them: ${absent.join(", ")}.`]
        : []),
      ...opened.filter((each) => typeof each === "string"),
    ],
    [Symbol.dispose]: () => running.forEach(({ child }) => child.kill()),
  };
}

/** The peer in a process of its own, or the reason why it is not measured. */
async function open(peer: Peer) {
  const child = start(peer);
  const said = await answerOf(child);
  if (said.kind === "ready") return { child, detector: detectorOf(peer, child) };
  child.kill();
  return `Not measured since it does not load: ${peer.name}${said.kind === "failed" ? ` (${said.sentence})` : ""}.`;
}

async function installedPeers(): Promise<readonly (typeof peers)[number][]> {
  const { dependencies } = wanted.parse(JSON.parse(await readFile(join(import.meta.dirname, "package.json"), "utf8")));
  const versions = await Promise.all(peers.map((peer) => installedVersion(peer.package)));
  return peers.filter((peer, at) => versions[at] !== undefined && versions[at] === dependencies[peer.package]);
}

async function installedVersion(name: string): Promise<string | undefined> {
  const file = join(import.meta.dirname, "node_modules", name, "package.json");
  try {
    return manifest.parse(JSON.parse(await readFile(file, "utf8"))).version;
  } catch {
    return undefined;
  }
}

/** With an empty environment: there is nothing in ours that a foreign package should read. */
function start({ name }: Peer): ChildProcess {
  return fork(join(import.meta.dirname, "host.ts"), [name], {
    env: {},
    execArgv: [],
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
}

function detectorOf({ name, tasks }: Peer, child: ChildProcess): Detector {
  return {
    name,
    tasks,
    async answer({ text, task }) {
      child.send({ text, task });
      const said = await answerOf(child);
      if (said.kind !== "answer") throw new Error(`${name} could not judge a text.`);
      const { stopped, text: left, ms } = said;
      return { stopped, text: left, ms };
    },
  };
}

/** One question at a time, so the next message is its answer. */
async function answerOf(child: ChildProcess): Promise<Message> {
  const ended = new AbortController();
  const end = () => ended.abort();
  child.once("exit", end);
  try {
    const [said] = await once(child, "message", { signal: ended.signal });
    return message.parse(said);
  } catch {
    return { kind: "failed", sentence: "It ended." };
  } finally {
    child.off("exit", end);
  }
}
