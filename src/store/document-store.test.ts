import { emptyFlow, type EditOperation, type Flow } from "#engine";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createDocumentStore } from "./document-store.ts";

function open(save: (flow: Flow) => Promise<"saved" | "full" | "unknown"> = async () => "saved") {
  const pending: (() => void)[] = [];
  const saved: Flow[] = [];
  const store = createDocumentStore(emptyFlow("f", "Flow"), {
    now: () => 1,
    save: async (flow) => {
      saved.push(flow);
      return save(flow);
    },
    later: (work) => {
      pending.push(work);
      return () => void pending.splice(pending.indexOf(work), 1);
    },
  });
  return { store, pending, saved };
}

const place = (id: string): EditOperation => ({
  type: "add-node",
  node: { id, type: "note", version: 1, position: { x: 0, y: 0 }, config: {} },
});
const move = (id: string, x: number): EditOperation => ({ type: "move-node", nodeId: id, position: { x, y: 0 } });

test("undo gives back what every edit changed, redo does it again", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 30 }), (steps) => {
      const { store } = open();
      const seen = [store.getState().flow];
      for (const [at, step] of steps.entries()) {
        store.edit("step", step === 0 ? [place(`n${at}`)] : [{ type: "rename", title: `Title ${at}` }]);
        seen.push(store.getState().flow);
      }
      for (const flow of seen.toReversed()) {
        expect(store.getState().flow).toBe(flow);
        store.undo();
      }
      for (const _ of steps) store.redo();
      expect(store.getState().flow).toBe(seen.at(-1));
    }),
  );
});

test("the moves of one drag are undone together", () => {
  const { store } = open();
  store.edit("place", [place("a")]);
  for (let x = 8; x <= 80; x += 8) store.edit("move", [move("a", x)], "drag-1");
  store.undo();
  expect(store.getState().flow.nodes[0]?.position.x).toBe(0);
});

test("edits are saved after a pause, together, and at once when flushed", async () => {
  const { store, pending, saved } = open();
  store.edit("place", [place("a")]);
  store.edit("place", [place("b")]);
  expect(pending).toHaveLength(1);
  expect(store.getState().saved.state).toBe("saving");
  await store.flush();
  expect(saved).toEqual([store.getState().flow]);
  expect(store.getState().saved).toEqual({ state: "saved", at: 1 });
});

test("a full disk is told, and the drawing stays as it is", async () => {
  const { store } = open(async () => "full");
  store.edit("place", [place("a")]);
  await store.flush();
  expect(store.getState().saved).toEqual({ state: "failed", reason: "full" });
  expect(store.getState().flow.nodes).toHaveLength(1);
});

test("a drawing that is edited in another tab is not changed here", () => {
  const { store } = open();
  store.setElsewhere(true);
  store.edit("place", [place("a")]);
  expect(store.getState().flow.nodes).toHaveLength(0);
  store.setElsewhere(false);
  store.edit("place", [place("a")]);
  expect(store.getState().flow.nodes).toHaveLength(1);
});
