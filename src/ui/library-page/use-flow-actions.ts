import { applyEdits, emptyFlow, type Flow } from "#engine";
import { drawnTemplates } from "#templates/drawn";
import { notify } from "#ui/kit";
import type { StoredFlow } from "#store";
import { useMemo } from "react";
import { navigate } from "../app/hash-address.ts";
import type { Home } from "../app/home.ts";
import { useHome } from "../app/home-context.tsx";
import { useMessages } from "../messages/index.ts";
import type { Messages } from "../messages/index.ts";
import { copyOf, flowIdFrom, freeTitle } from "../app/flow-copies.ts";

/** What a person does with flows. Each is stored before the page moves on; what cannot be stored is said. */
export interface FlowActions {
  readonly use: (templateId: string) => void;
  readonly create: () => void;
  readonly open: (id: string) => void;
  readonly rename: (id: string, title: string) => void;
  readonly duplicate: (id: string) => void;
  readonly exportFile: (id: string) => void;
  readonly remove: (id: string) => void;
}

export function useFlowActions(flows: readonly StoredFlow[]): FlowActions {
  const home = useHome();
  const t = useMessages().library;
  return useMemo(() => flowActions(home, flows, t), [home, flows, t]);
}

function flowActions(home: Home, flows: readonly StoredFlow[], t: Messages["library"]): FlowActions {
  const taken = new Set(flows.map(({ flow }) => flow.title));
  const open = (id: string) => navigate(`/flow/${id}`);
  const saveNew = async (flow: Flow) => {
    await home.flows.save(flow, Date.now());
    open(flow.id);
  };
  const copy = (flow: Flow) => copyOf(flow, flowIdFrom(crypto.randomUUID()), taken, t.copyOf);
  const withFlow = (id: string, work: (stored: StoredFlow) => void) => {
    const stored = flows.find((each) => each.id === id);
    if (stored !== undefined) work(stored);
  };
  return {
    open,
    use(templateId) {
      const template = drawnTemplates.find(({ id }) => id === templateId);
      if (template === undefined) return;
      const opened = template.load().then(({ flow }) => saveNew(copy(flow)));
      tell(opened, t);
    },
    create: () => tell(saveNew(emptyFlow(flowIdFrom(crypto.randomUUID()), freeTitle(t.untitled, taken, t.copyOf))), t),
    rename(id, title) {
      withFlow(id, ({ flow }) => tell(home.flows.save(applyEdits(flow, [{ type: "rename", title }]), Date.now()), t));
    },
    duplicate(id) {
      withFlow(id, ({ flow }) => tell(duplicate(home, flow, copy(flow)), t));
    },
    exportFile(id) {
      withFlow(id, ({ flow }) => {
        const saved = import("../exchange/index.ts").then(({ saveFlowFile }) => saveFlowFile(flow));
        tell(
          saved.then((file) => notify({ text: t.exported(file), signal: "pass" })),
          t,
        );
      });
    },
    remove: (id) => tell(removeWithUndo(home, id, t), t),
  };
}

/** First the trust, so that a copy of a flow from a file is never freer than the original. */
async function duplicate({ flows, trust }: Home, original: Flow, copied: Flow): Promise<void> {
  await trust.copy(original.id, copied.id);
  await flows.save(copied, Date.now());
}

async function removeWithUndo({ flows }: Home, id: string, t: Messages["library"]): Promise<void> {
  const removed = await flows.remove(id);
  if (removed === undefined) return;
  const undo = () => tell(flows.restore(removed), t);
  await notify({ text: t.removed(removed.row.flow.title), action: { label: t.undo, onPress: undo } });
}

function tell(work: Promise<unknown>, t: Messages["library"]): void {
  work.catch(() => notify({ text: t.notStored, signal: "stop" }));
}
