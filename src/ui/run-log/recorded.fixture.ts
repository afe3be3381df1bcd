import type { Flow, RunEvent, Speaker } from "#engine";
import { createMemoryParts } from "#hosts/memory";
import { openWorkspace } from "#hosts/workspace";
import type { RunSession } from "#hosts/workspace";
import type { RawPorts } from "#monitor";
import { registry } from "#nodes";
import { templates } from "#templates";
import { runWords } from "../messages/run/index.ts";
import { readingOf } from "./reading.ts";
import type { Reading } from "./reading.ts";

export const mara: Speaker = { id: "mara", name: "Mara Okafor", role: "lead" };

export interface Recorded {
  readonly flow: Flow;
  readonly reading: Reading;
  readonly session: RunSession;
  readonly events: () => readonly RunEvent[];
  readonly say: (text: string) => Promise<void>;
  readonly goOn: () => Promise<void>;
}

/** Opens a template on a whole house in memory, so that the views are tried on logs as they are written. */
export async function record(
  id: string,
  ports: RawPorts,
  change: (flow: Flow) => Flow = (flow) => flow,
): Promise<Recorded> {
  const template = templates.find((each) => each.id === id);
  if (template === undefined) throw new Error(`There is no template ${id}.`);
  const flow = change(template.flow);
  const workspace = await openWorkspace(createMemoryParts(ports), registry);
  const started = await workspace.start(flow);
  if (!started.ok) throw new Error(started.sentence);
  const { session } = started;
  const [speaker] = flow.speakers;
  if (speaker === undefined) throw new Error("Nobody speaks.");
  return {
    flow,
    reading: readingOf(flow, registry, runWords("en")),
    session,
    events: () => session.events(),
    async say(text) {
      for await (const _ of session.send({ text, speaker }));
    },
    async goOn() {
      for await (const _ of session.resume());
    },
  };
}
