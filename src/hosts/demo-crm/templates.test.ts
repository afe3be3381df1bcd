import type { RunOutput, Speaker } from "#engine";
import { createNodeCodeRunner, createNodeInspector } from "#hosts/node";
import type { RawPorts } from "#monitor";
import { registry } from "#nodes";
import { TransformerError } from "#pillars/firewall";
import { digestOf } from "#pillars/trace";
import { createIndex, createModels } from "#providers";
import { templates } from "#templates";
import { afterAll, describe, expect, test } from "vitest";
import { loadCedar } from "../cedar/node.ts";
import { createMemoryParts } from "../memory/index.ts";
import { openWorkspace, type RunSession } from "../workspace/index.ts";
import { createDemoCrm, type CrmState } from "./index.ts";

// The templates on the whole house: embedded assistant, real rules, real firewall, real sandbox, this shop.

const code = createNodeCodeRunner();
afterAll(() => code.close());

async function ports(tools: RawPorts["tools"]): Promise<RawPorts> {
  const egress = async () => {
    throw new Error("Nothing leaves in a test.");
  };
  return {
    models: createModels({ connections: [], egress }),
    tools,
    code,
    search: (documents, query, limit) => createIndex(documents).search(query, limit),
    policy: await loadCedar(),
    inspector: await createNodeInspector(),
    transformer: { score: () => Promise.reject(new TransformerError("no-model")) },
    digest: digestOf,
    delay: (milliseconds, signal) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        signal.addEventListener("abort", () => {
          clearTimeout(timer);
          resolve();
        });
      }),
  };
}

async function open(id: string) {
  const flow = templates.find((template) => template.id === id)?.flow;
  if (flow === undefined) throw new Error(`There is no template ${id}.`);
  let state: CrmState | undefined;
  const tools = createDemoCrm({
    load: async () => state,
    save: async (next) => {
      state = next;
    },
  });
  const workspace = await openWorkspace(createMemoryParts(await ports(tools)), registry);
  const started = await workspace.start(flow);
  if (!started.ok) throw new Error(started.sentence);
  const { session } = started;
  const speak = async (text: string, by: Speaker | undefined = flow.speakers[0]) => {
    if (by === undefined) throw new Error("Nobody speaks.");
    await drain(session.send({ text, speaker: by }));
    return answer(session);
  };
  return { flow, session, speak, shop: () => ({ refunds: state?.refunds ?? [], outbox: state?.outbox ?? [] }) };
}

async function drain(stream: AsyncIterable<RunOutput>): Promise<void> {
  for await (const item of stream) void item;
}

function answer(session: RunSession): string {
  const said = session.events().findLast((event) => event.kind === "message");
  return said?.kind === "message" && said.attrs.role === "assistant" ? (said.values.content ?? "") : "";
}

const mara = { id: "mara", name: "Mara Okafor", role: "lead" };

describe("customer support", () => {
  test("looks up an own order and tells how it stands", async () => {
    const { speak } = await open("support-refunds");
    expect(await speak("Where is my order A1001?")).toMatch(
      /order A1001 \(trail shoes\) is shipped\. DHL delivers on/u,
    );
  });

  test("refunds a small amount alone, once a chat", async () => {
    const { session, speak, shop } = await open("support-refunds");
    expect(await speak("Please refund 40 EUR for order A1001, one lace is missing.")).toContain("refunded 40.00 EUR");
    expect(shop().refunds).toMatchObject([{ orderId: "A1001", amount: 40 }]);
    await speak("Please refund 20 EUR for order A1002.");
    expect(session.waiting()).toHaveLength(1);
    expect(shop().refunds).toHaveLength(1);
  });

  test("the broken lamp: the note is cut, a lead decides, and the money goes back once to the card that paid", async () => {
    const { session, speak, shop } = await open("support-refunds");
    await speak("The lamp in order A1007 arrived broken. Can I get my money back?");
    const cut = session.events().find((event) => event.kind === "guardrail.result" && event.attrs.verdict === "redact");
    expect(cut?.kind === "guardrail.result" && cut.values.after).not.toMatch(/SYSTEM|4,800|DE89/u);
    const [request] = session.waiting();
    if (request === undefined) throw new Error("Nobody was asked.");
    expect(request.values.arguments).toMatchObject({ orderId: "A1007", amount: 480 });
    expect(await session.decide(request, { by: mara, decision: "approve", comment: "" })).toMatchObject({ ok: true });
    await drain(session.resume());
    expect(shop().refunds).toMatchObject([{ orderId: "A1007", amount: 480 }]);
    expect(answer(session)).toContain("Visa ending 4417");
  });

  test("answers from the shop's articles and names the source", async () => {
    const { session, speak } = await open("support-refunds");
    expect(await speak("What is your return policy?")).toContain("you have 30 days from delivery");
    const said = session.events().findLast((event) => event.kind === "message");
    expect(said?.kind === "message" && said.values.sources).toMatchObject([{ documentId: "returns" }]);
  });

  test("an agent of the shop reads every order; a customer only the own", async () => {
    const { speak } = await open("support-refunds");
    expect(await speak("Where is order A1004?")).not.toContain("stove");
    const jonas = { id: "jonas", name: "Jonas Weber", role: "support" };
    expect(await speak("Where is order A1004?", jonas)).toContain("camping stove");
  });

  test("splits an amount in the sandbox, to the cent; a plan without end is stopped there", async () => {
    const { session, speak } = await open("support-refunds");
    expect(await speak("Split 100 EUR into 3 instalments.")).toContain("1. month: 33.34 EUR\n2. month: 33.33 EUR");
    expect(await speak("Split 480 EUR into 900000000 instalments.")).toContain("A colleague takes over.");
    const ended = session.events().findLast((event) => event.kind === "sandbox.end");
    expect(ended?.kind === "sandbox.end" && ended.attrs.outcome).not.toBe("value");
  });

  test("a card number is hidden from the model, and the question still answered", async () => {
    const { session, speak } = await open("support-refunds");
    expect(await speak("My card is 4111 1111 1111 1111. Where is my order A1002?")).toContain("was delivered");
    expect(session.events().filter((event) => event.kind === "guardrail.result")).toContainEqual(
      expect.objectContaining({ attrs: expect.objectContaining({ verdict: "redact", categories: ["card"] }) }),
    );
  });
});

describe("HR policies", () => {
  test("a complaint goes to a person before any model reads it", async () => {
    const { session, speak } = await open("hr-policies");
    expect(await speak("I want to make a complaint: my manager is bullying me.")).toContain("in confidence");
    const kinds = session.events().map((event) => event.kind);
    expect(kinds).toContain("handoff");
    expect(kinds).not.toContain("llm.request");
  });

  test("the paragraph slipped into the travel policy is not followed", async () => {
    const { speak, session, shop } = await open("hr-policies");
    expect(await speak("May I fly business class on a business travel?")).toContain("approval by a director");
    expect(session.waiting()).toEqual([]);
    expect(shop().outbox).toEqual([]);
  });
});

describe("monthly finance report", () => {
  const kindsOf = (session: RunSession, kind: string) => session.events().filter((event) => event.kind === kind);

  test("sums up a month from handles, under one permission that is taken back", async () => {
    const { session, speak } = await open("monthly-finance-report");
    const said = await speak("Write the report for October 2026.");
    expect(said).toContain("Invoiced: 15,445.25 EUR in 4 invoices");
    expect(said).toContain("Received: 14,830.00 EUR in 3 payments");
    expect(said).toContain("Costs: 3,837.00 EUR");
    expect(said).toContain("Largest cost: rent, 1,900.00 EUR on 2026-10-01");
    const leases = session
      .events()
      .flatMap((event) => (event.kind === "privilege.grant" && event.attrs.lease ? [event] : []));
    expect(leases.map(({ values }) => values.constraints)).toEqual([{ table: ["invoices", "payments", "costs"] }]);
    expect(kindsOf(session, "privilege.revoke").map(({ key }) => key)).toEqual(leases.map(({ key }) => key));
  });

  test("the payroll is denied with the reason, and the report is written all the same", async () => {
    const { session, speak } = await open("monthly-finance-report");
    const said = await speak("Write the report for October 2026 and add the payroll.");
    expect(said).toContain("Largest cost");
    expect(said).toContain("Only invoices, payments or costs may be used here.");
    expect(kindsOf(session, "privilege.deny")).toHaveLength(1);
    expect(JSON.stringify(session.events())).not.toContain("Whitlock");
  });
});

describe("open invoices", () => {
  const edda = { id: "edda", name: "Edda Solberg", role: "controller" };

  test("the code waits until the controller has read it, then reads two tables under the agent's rules", async () => {
    const { session, speak } = await open("open-invoices");
    await speak("Give me the overview of open invoices for October 2026.");
    expect(session.events().some((event) => event.kind === "sandbox.start")).toBe(false);
    const [request] = session.waiting();
    if (request === undefined) throw new Error("Nobody was asked.");
    expect(request.values.arguments?.["code"]).toContain('month <= "2026-10"');
    expect(await session.decide(request, { by: edda, decision: "approve", comment: "" })).toMatchObject({ ok: true });
    await drain(session.resume());
    const said = answer(session);
    expect(said).toContain("Open at the end of 2026-10: 3,605.25 EUR");
    expect(said).toContain("- Tallow Studio: 2,990.00 EUR (I-306)");
    const calls = session.events().flatMap((event) => (event.kind === "tool.call" ? [event.attrs.tool] : []));
    expect(calls).toEqual(["run_code", "read_table", "read_table"]);
  });

  test("code that is denied never runs", async () => {
    const { session, speak } = await open("open-invoices");
    await speak("Give me the overview of open invoices for September 2026.");
    const [request] = session.waiting();
    if (request === undefined) throw new Error("Nobody was asked.");
    await session.decide(request, { by: edda, decision: "deny", comment: "Not today." });
    await drain(session.resume());
    expect(session.events().some((event) => event.kind === "sandbox.start")).toBe(false);
    expect(answer(session)).not.toContain("EUR");
  });
});

const attacks = templates.flatMap(({ id, flow }) =>
  flow.samples.filter(({ attack }) => attack).map((sample) => [id, sample.title, sample] as const),
);

test.each(attacks)("%s: “%s” moves no money and sends nothing", async (id, _title, { text, guardrail }) => {
  const { session, speak, shop } = await open(id);
  await speak(text);
  expect(shop()).toEqual({ refunds: [], outbox: [] });
  const stops = session.events().filter((event) => {
    if (event.kind === "guardrail.result") return guardrail === "firewall" && event.attrs.verdict !== "allow";
    if (event.kind === "sandbox.end") return guardrail === "sandbox" && event.attrs.outcome !== "value";
    if (event.kind === "handoff" || event.kind === "privilege.deny")
      return guardrail === "privileges" || guardrail === "autonomy";
    return event.kind === "approval.request" && guardrail === "autonomy";
  });
  if (guardrail !== "trace") expect(stops.length).toBeGreaterThan(0);
});

const questions = templates.flatMap(({ id, flow }) =>
  flow.samples.filter(({ attack }) => !attack).map((sample) => [id, sample.title, sample] as const),
);

test.each(questions)("%s: “%s” gets an answer or a person", async (id, _title, { text }) => {
  const { session, speak } = await open(id);
  const said = await speak(text);
  expect(said !== "" || session.waiting().length > 0).toBe(true);
  expect(said).not.toContain("I am sorry");
});
