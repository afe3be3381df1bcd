import type { NodeRegistry } from "#engine";
import type { RecordedChat } from "#nodes/firewall/panel";
import type { ShelvedRun } from "#store";
import type { Home } from "../app/home.ts";
import { runWords } from "../messages/run/index.ts";
import { inspectedTexts, readingOf } from "../run-log/index.ts";

/** Chats that are looked back on at most. */
const mostChats = 200;

/** The chats with a flow that are in the log, newest first. Each is read, and checked, when its texts are asked for. */
export async function recordedChats(
  home: Home,
  flowId: string,
  nodeId: string,
  registry: NodeRegistry,
): Promise<readonly RecordedChat[]> {
  return (await chatsOf(home, flowId)).map(({ run, events }) => ({
    runId: run.runId,
    began: run.createdAt,
    href: (step) => `#/trace/${run.runId}?step=${step}`,
    texts: async () => inspectedTexts(await events(), nodeId, readingOf(run.flow, registry, runWords("en")).tools),
  }));
}

/** The same chats with everything in them. */
export async function chatsOf(home: Home, flowId: string) {
  const runs = await home.shelf.ofFlow(flowId);
  return runs
    .toReversed()
    .slice(0, mostChats)
    .map((run) => ({ run, events: () => eventsOf(home, run) }));
}

async function eventsOf(home: Home, { runId }: ShelvedRun) {
  const { house } = await home.house();
  return house.session(runId)?.events() ?? house.workspace.read(runId);
}
