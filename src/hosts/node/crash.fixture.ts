import { appendFile } from "node:fs/promises";
import { join } from "node:path";
import type { Flow, LlmRequest, RunOutput, Tools } from "#engine";
import { openWorkspace, type RunSession } from "#hosts/workspace";
import { registry } from "#nodes";
import { createScriptedModels, type ScriptedTurn } from "#providers";
import { templates } from "#templates";
import { createNodeParts, createNodePorts } from "./index.ts";

/**
 * Refunds once in a workspace at `state` and gives the kinds of what is then on record. Played again after it broke off, it goes on
 * and leaves out whatever is in doubt.
 * @param step surrounds each step of the world.
 */
export async function playRefund(state: string, step: Step): Promise<readonly string[]> {
  const scripted = createScriptedModels(model);
  const ports = {
    ...(await createNodePorts({ state, models: [], environment: {}, scripted })),
    tools: shop(state, step),
  };
  const parts = createNodeParts({ state, ports });
  const { store } = parts;
  const append = store.append.bind(store);
  store.append = (origin, batch) => step(() => append(origin, batch));

  const workspace = await openWorkspace(parts, registry);
  const [known] = await workspace.runs();
  const started = known === undefined ? await workspace.start(shopFlow()) : await workspace.resume(known.runId);
  if (!started.ok) throw new Error(started.sentence);
  await finish(started.session);
  return started.session.events().map(({ kind }) => kind);
}

export type Step = <T>(work: () => Promise<T>) => Promise<T>;

function model({ messages }: LlmRequest): ScriptedTurn {
  const isAnswered = messages.some((message) => message.role === "tool");
  return isAnswered ? "Done." : { calls: [{ tool: "refund", arguments: { orderId: "A1001", amount: 40 } }] };
}

/** A shop that does not recognise a repeated call: what happens twice is seen. */
function shop(state: string, step: Step): Tools {
  return {
    standing: async () => ({ ownRecord: true, sameTarget: true }),
    call: (_tool, args) =>
      step(async () => {
        await appendFile(join(state, "performed.log"), `${JSON.stringify(args)}\n`);
        await step(async () => undefined);
        return { outcome: "success", result: { refundId: "R1", amount: 40, currency: "EUR", to: "Visa" } };
      }),
  };
}

function shopFlow(): Flow {
  const found = templates.find(({ id }) => id === "support-refunds")?.flow;
  if (found === undefined) throw new Error("The template is gone.");
  const nodes = found.nodes.map((node) =>
    node.type === "agent" ? { ...node, config: { ...node.config, model: "scripted" } } : node,
  );
  return { ...found, nodes };
}

async function finish(session: RunSession): Promise<void> {
  const [speaker] = session.flow.speakers;
  if (speaker === undefined) throw new Error("Nobody speaks.");
  if (session.events().some(({ kind }) => kind === "turn.start")) await drain(session.resume());
  else await drain(session.send({ text: "Please refund 40 EUR for order A1001", speaker }));
  for (const request of session.waiting())
    await session.decide(request, { by: { id: "mara", name: "Mara", role: "lead" }, decision: "deny", comment: "" });
  await drain(session.resume());
  await session.close("done");
}

async function drain(stream: AsyncIterable<RunOutput>): Promise<void> {
  for await (const _ of stream);
}
