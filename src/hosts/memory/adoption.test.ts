import { applyEdits, CURRENT_FLOW_VERSION, isKind, type CodeRequest, type Flow } from "#engine";
import { createNodeCodeRunner } from "#hosts/node";
import { registry } from "#nodes";
import { loadRun, verifyBundle } from "#pillars/trace";
import { afterAll, describe, expect, test } from "vitest";
import { codeKey, replayRun } from "../workspace/index.ts";
import { drain, nora, openHouse, statusOf, type House } from "./house.fixture.ts";

const sandbox = createNodeCodeRunner();
afterAll(() => sandbox.close());

const source = "return input.toUpperCase();";
const key = codeKey({ language: "javascript", source });

/** Chat input -> code -> reply, as if it had come with a file. */
function foreignFlow(code = source): Flow {
  const node = (id: string, type: string, config = {}) => ({ id, type, version: 1, position: { x: 0, y: 0 }, config });
  return {
    schemaVersion: CURRENT_FLOW_VERSION,
    id: "foreign",
    title: "Foreign",
    description: "",
    nodes: [node("in", "chat-input"), node("shout", "code", { source: code }), node("out", "reply")],
    edges: [
      { id: "a", kind: "data", from: { node: "in", port: "message" }, to: { node: "shout", port: "value" } },
      { id: "b", kind: "data", from: { node: "shout", port: "result" }, to: { node: "out", port: "text" } },
    ],
    documents: [],
    speakers: [],
    samples: [],
  };
}

interface Opened extends House {
  readonly ran: readonly CodeRequest[];
}

async function open(allowed: readonly string[] | undefined | Error, flow: Flow = foreignFlow()): Promise<Opened> {
  const ran: CodeRequest[] = [];
  const house = await openHouse([], {
    flow,
    allowed: async () => {
      if (allowed instanceof Error) throw allowed;
      return allowed;
    },
    ports: (ports) => ({
      ...ports,
      code: {
        run(request, signal) {
          ran.push(request);
          return sandbox.run(request, signal);
        },
      },
    }),
  });
  await drain(house.session.send({ text: "hello", speaker: nora }));
  return { ...house, ran };
}

const errorOf = ({ session }: House) => session.events().find((event) => isKind(event, "error"));

describe("code of a flow that came from a file", () => {
  test("is refused until somebody adopts it, and the log says so", async () => {
    const house = await open([]);
    expect(house.ran).toEqual([]);
    expect(statusOf(house.session)).toBe("denied");
    expect(errorOf(house)).toMatchObject({
      attrs: { code: "code-not-adopted" },
      values: {
        sentence: expect.stringMatching(/^The code of “Code” came from elsewhere, and nobody here has adopted it/),
      },
    });
    const end = house.session.events().find((event) => isKind(event, "sandbox.end"));
    expect(end?.attrs).toMatchObject({ outcome: "not-adopted", calls: 0 });
    const report = await verifyBundle(await house.session.exportBundle(), {
      trusted: [house.workspace.vkey],
      own: [],
      receipts: [],
    });
    expect(report).toMatchObject({ verdict: "VERIFIED", codes: [] });
  });

  test("runs once it was adopted, and so does code of a flow that was made here", async () => {
    for (const allowed of [[key], undefined]) {
      const house = await open(allowed);
      expect(statusOf(house.session)).toBe("done");
      expect(house.ran.map((request) => request.source)).toEqual([source]);
    }
  });

  test("is adopted as it reads, so that changed code, or the same text in another language, is not", async () => {
    const changed = foreignFlow(`${source} `);
    const config = { language: "typescript", source };
    const typed = applyEdits(foreignFlow(), [{ type: "set-config", nodeId: "shout", config }]);
    for (const flow of [changed, typed]) {
      const house = await open([key], flow);
      expect(house.ran).toEqual([]);
      expect(errorOf(house)?.attrs).toMatchObject({ code: "code-not-adopted" });
    }
  });

  test("that a step of the house begins with needs nobody's adoption", async () => {
    expect((await open([], foreignFlow("return input;"))).ran).toHaveLength(1);
  });

  test("does not run where nobody can say whether it was adopted", async () => {
    const house = await open(new Error("The database is gone."));
    expect(house.ran).toEqual([]);
    expect(errorOf(house)?.attrs).toMatchObject({ code: "check-failed" });
  });

  test("is refused in a replay as it was in the run, wherever that is made", async () => {
    const { session, parts, workspace } = await open([]);
    await session.close("done");
    const [run] = await workspace.runs();
    if (run === undefined) throw new Error("The run is not on the shelf.");
    const stored = await loadRun(parts.store, run.origin, run.vkey);
    const again = await replayRun({ origin: run.origin, ...stored }, foreignFlow(), registry, parts.ports);
    expect(again).toMatchObject({ ok: true, report: { differences: [], reproduced: true } });
  });
});
