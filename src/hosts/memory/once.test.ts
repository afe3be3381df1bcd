import type { LlmRequest, ToolOutcome } from "#engine";
import type { ScriptedTurn } from "#providers";
import { describe, expect, test } from "vitest";
import { asked, drain, mara, nora, openHouse, statusOf } from "./house.fixture.ts";
import { shopFlow } from "./shop-flow.fixture.ts";
import type { CountingTools } from "./shop.fixture.ts";

// A consequential call is made at most once, whatever the tool, the clock and the person at the stop button do.

const words = { text: "Please refund 40 EUR for order A1001, or 30 EUR or 20 EUR", speaker: nora };
const call = (amount: number) => ({ tool: "refund", arguments: { orderId: "A1001", amount } });

/** Asks for the refund until it gets one, as a stubborn model does. */
function stubborn(request: LlmRequest): ScriptedTurn {
  const last = request.messages.at(-1);
  if (last?.role === "tool" && JSON.stringify(last.result).includes("R1")) return "Done.";
  return { calls: [call(40)] };
}

/** Does what it is told and then fails to say so, as often as asked. */
function breaking(times: number) {
  return (counting: CountingTools) => {
    let left = times;
    return {
      ...counting,
      async call(...args: Parameters<CountingTools["call"]>): Promise<ToolOutcome> {
        const done = await counting.call(...args);
        left -= 1;
        if (left >= 0) throw new Error("Connection lost.");
        return done;
      },
    };
  };
}

test("a call that broke off is not made again until a person says so, each time anew", async () => {
  const { session, tools } = await openHouse(stubborn, { tools: breaking(2) });
  await drain(session.send(words));
  expect(tools.performed).toHaveLength(1);
  await drain(session.resume());
  expect(tools.performed).toHaveLength(1);
  const first = asked(session);
  expect(first.attrs.why).toBe("in-doubt");
  expect(await session.decide(first, { by: nora, decision: "approve", comment: "" })).toMatchObject({ ok: false });
  expect(await session.decide(first, { by: mara, decision: "approve", comment: "" })).toMatchObject({ ok: true });
  await drain(session.resume());
  expect(tools.performed).toHaveLength(2);
  await drain(session.resume());
  expect(tools.performed).toHaveLength(2);
  expect(asked(session).key).not.toBe(first.key);
  await session.decide(asked(session), { by: mara, decision: "deny", comment: "" });
  await drain(session.resume());
  expect(tools.performed).toHaveLength(2);
  expect(statusOf(session)).not.toBe("open");
});

test("a call left in doubt by a stop asks before it is made in the next turn", async () => {
  let stop = (): void => undefined;
  const { session, tools } = await openHouse(stubborn, {
    tools: (counting) => ({
      ...counting,
      async call(tool, args, context): Promise<ToolOutcome> {
        await counting.call(tool, args, context);
        stop();
        throw new Error("Aborted.");
      },
    }),
  });
  stop = () => session.stop();
  await drain(session.send(words));
  expect(statusOf(session)).toBe("stopped");
  expect(tools.performed).toHaveLength(1);
  await drain(session.send({ ...words, text: "Please refund 40 EUR for order A1001" }));
  expect(tools.performed).toHaveLength(1);
  expect(asked(session).attrs.tool).toBe("refund");
});

describe("the stop button", () => {
  test("keeps every further call of the same answer from being made", async () => {
    let stop = (): void => undefined;
    const { session, tools } = await openHouse(() => ({ calls: [call(40), call(30), call(20)] }), {
      tools: (counting) => ({
        ...counting,
        async call(tool, args, context): Promise<ToolOutcome> {
          const done = await counting.call(tool, args, context);
          stop();
          return done;
        },
      }),
    });
    stop = () => session.stop();
    await drain(session.send(words));
    expect(tools.performed).toHaveLength(1);
    expect(session.events().filter(({ kind }) => kind === "tool.result")).toHaveLength(1);
    expect(statusOf(session)).toBe("stopped");
  });

  test("does not wait for a tool or a model that ignores it", async () => {
    const never = new Promise<never>(() => undefined);
    let stop = (): void => undefined;
    const hanging = await openHouse(stubborn, {
      tools: (counting) => ({
        ...counting,
        call: async () => {
          setTimeout(stop, 5);
          return never;
        },
      }),
    });
    stop = () => hanging.session.stop();
    await drain(hanging.session.send(words));
    expect(statusOf(hanging.session)).toBe("stopped");
    const mute = await openHouse(stubborn, {
      ports: (ports) => ({
        ...ports,
        models: {
          ...ports.models,
          stream: async function* () {
            setTimeout(stop, 5);
            yield { type: "text", text: "Well" };
            await never;
          },
        },
      }),
    });
    stop = () => mute.session.stop();
    await drain(mute.session.send(words));
    expect(statusOf(mute.session)).toBe("stopped");
  });
});

test("a step that takes too long leaves its call in doubt, and does not repeat it", async () => {
  const flow = shopFlow();
  const timed = {
    ...flow,
    nodes: flow.nodes.map((node) => (node.id === "agent" ? { ...node, timeoutSeconds: 0.1, retries: 3 } : node)),
  };
  const { session, tools } = await openHouse(stubborn, {
    flow: timed,
    tools: (counting) => ({
      ...counting,
      async call(tool, args, context): Promise<ToolOutcome> {
        await counting.call(tool, args, context);
        return new Promise(() => undefined);
      },
    }),
  });
  await drain(session.send(words));
  expect(statusOf(session)).toBe("failed");
  expect(tools.performed).toHaveLength(1);
});

test("what a call answered is in the log even where it used up the time", async () => {
  let now = Date.UTC(2026, 0, 1);
  const { session } = await openHouse(stubborn, {
    flow: shopFlow({ limits: { seconds: 5 } }),
    now: () => now,
    tools: (counting) => ({
      ...counting,
      async call(...args: Parameters<CountingTools["call"]>) {
        now += 60_000;
        return counting.call(...args);
      },
    }),
  });
  await drain(session.send(words));
  expect(statusOf(session)).toBe("failed");
  expect(session.events().filter(({ kind }) => kind === "tool.result")).toHaveLength(1);
});

test("a turn that is taken up twice at once happens once", async () => {
  const { session, tools } = await openHouse((request) =>
    request.messages.at(-1)?.role === "tool" ? "Done." : { calls: [call(480)] },
  );
  await drain(session.send({ ...words, text: "Refund 480 EUR for A1001" }));
  await session.decide(asked(session), { by: mara, decision: "approve", comment: "" });
  await Promise.all([drain(session.resume()), drain(session.resume()), drain(session.resume())]);
  expect(tools.performed).toHaveLength(1);
  expect(session.events().filter(({ kind }) => kind === "turn.end")).toHaveLength(1);
});

test("the hours that a person takes to settle a call in doubt are no working time", async () => {
  let clock = 1_000_000;
  const { session, tools } = await openHouse(stubborn, {
    tools: breaking(1),
    flow: shopFlow({ limits: { seconds: 60 } }),
    now: () => (clock += 1),
  });
  await drain(session.send(words));
  clock += 1_800_000;
  await session.decide(asked(session), { by: mara, decision: "approve", comment: "" });
  await drain(session.resume());
  expect(tools.performed).toHaveLength(2);
  expect(statusOf(session)).toBe("done");
});
