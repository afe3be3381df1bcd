import { readdirSync, readFileSync } from "node:fs";
import { generateText, isStepCount, streamText, tool } from "ai";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { LlmPart, LlmRequest } from "#engine";
import { streamModel } from "./ai-sdk.ts";
import { connection, createEmbeddedLanguageModel, createModels, createScriptedModels, listModels } from "./index.ts";
import { streamEmbedded } from "./embedded/index.ts";
import { shopTools } from "./embedded/shop.fixture.ts";
import { providerFamilies, providerKinds } from "./families.ts";

const offline: typeof globalThis.fetch = async () => {
  throw new Error("No test of this file may reach the network.");
};
const target = {
  id: "mine",
  kind: "openai-compatible",
  title: "Mine",
  baseURL: "https://api.provider.example/v1",
  models: ["maker/small-1"],
};

function requestOf(model: string, text: string): LlmRequest {
  return { model, instructions: "Be kind.", messages: [{ role: "user", text }], tools: shopTools };
}

async function collect(stream: AsyncIterable<LlmPart>): Promise<LlmPart[]> {
  const parts: LlmPart[] = [];
  for await (const part of stream) parts.push(part);
  return parts;
}

const signal = new AbortController().signal;

describe("the models", () => {
  const models = createModels({
    connections: [connection.parse(target)],
    egress: offline,
    scripted: createScriptedModels(["scripted"]),
  });

  test("are found by id; a model's own id may hold slashes", () => {
    expect(models.info("embedded")).toMatchObject({ isAiModel: false });
    expect(models.info("mine/maker/small-1")).toEqual({
      id: "mine/maker/small-1",
      provider: "mine",
      title: "maker/small-1 (Mine)",
      isAiModel: true,
    });
    expect(models.info("scripted")).toBeDefined();
    for (const id of ["", "mine", "mine/", "mine/other", "/maker/small-1", "other/maker/small-1"])
      expect(models.info(id)).toBeUndefined();
  });

  test("include the scripted one only where it was given", async () => {
    expect((await collect(models.stream(requestOf("scripted", "hi"), signal)))[0]).toEqual({
      type: "text",
      text: "scripted",
    });
    const plain = createModels({ connections: [], egress: offline });
    expect(plain.info("scripted")).toBeUndefined();
    await expect(collect(plain.stream(requestOf("scripted", "hi"), signal))).rejects.toMatchObject({
      code: "unknown-model",
    });
  });

  test("fail for an unknown name instead of asking a gateway", async () => {
    await expect(collect(models.stream(requestOf("gpt-9", "hi"), signal))).rejects.toMatchObject({
      code: "unknown-model",
    });
    expect(() => streamText({ model: "openai/gpt-9", prompt: "hi" })).toThrow(
      expect.objectContaining({ code: "refused" }),
    );
  });

  test("are listed with the embedded assistant first", () => {
    expect(listModels([connection.parse(target)]).map(({ id }) => id)).toEqual(["embedded", "mine/maker/small-1"]);
  });
});

describe("a connection", () => {
  test("is read with its address without a slash at the end", () => {
    expect(connection.parse({ ...target, baseURL: "https://api.provider.example/v1//" })).toEqual(target);
  });

  test.each([
    ["a key inside", { apiKey: "sk-1" }],
    ["an id with a slash", { id: "a/b" }],
    ["the id of the assistant", { id: "embedded" }],
    ["an unknown kind", { kind: "telepathy" }],
    ["an address with a password", { baseURL: "https://me:secret@api.provider.example" }],
    ["an address with a query", { baseURL: "https://api.provider.example/?key=1" }],
    ["an address that hides an IP", { baseURL: "http://2130706433/v1" }],
    ["an address of another scheme", { baseURL: "file:///etc" }],
  ])("with %s is refused", (_, change) => {
    expect(connection.safeParse({ ...target, ...change }).success).toBe(false);
  });
});

describe("the families", () => {
  test("have one file, one kind and a suggested address each", () => {
    expect(new Set(providerKinds).size).toBe(providerFamilies.length);
    const files = readdirSync(new URL(".", import.meta.url));
    for (const { kind, title, suggestedBaseUrl } of providerFamilies) {
      expect(files).toContain(`${kind}.ts`);
      expect(title).not.toBe("");
      expect(connection.shape.baseURL.safeParse(suggestedBaseUrl).success).toBe(true);
    }
  });

  test("keep the SDK out of the first load: no file imports it at the top, except as a type", () => {
    const folder = new URL(".", import.meta.url);
    const sources = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
      (name) => name.endsWith(".ts") && !name.endsWith(".test.ts"),
    );
    expect(sources.length).toBeGreaterThan(20);
    const offenders = sources.filter((name) =>
      /^import (?!type\b)[^;]*from "(?:ai|@ai-sdk\/[^"]+)"/m.test(readFileSync(new URL(name, folder), "utf8")),
    );
    expect(offenders).toEqual([]);
  });
});

describe("the embedded assistant as a model of the AI SDK", () => {
  test("gives the same parts through the SDK's interface as without it", async () => {
    for (const text of ["thank you", "where is order A1001", "where is my order", "refund 40 EUR for order A1001"]) {
      const request = { ...requestOf("embedded", text), tools: shopTools.map((spec) => ({ ...spec, phrases: [] })) };
      const direct = await collect(streamEmbedded(request, signal));
      const through = await collect(streamModel(createEmbeddedLanguageModel(), request, signal));
      expect(through.map(({ type }) => type)).toEqual(direct.map(({ type }) => type));
      expect(through.filter(({ type }) => type !== "finish")).toEqual(direct.filter(({ type }) => type !== "finish"));
    }
  });

  test("runs a tool loop of the SDK", async () => {
    const lookedUp: string[] = [];
    const lookUpOrder = tool({
      description: "Finds an order by its number.",
      inputSchema: z.object({ orderId: z.string().regex(/^[A-Z]\d{4}$/) }),
      execute: async ({ orderId }) => {
        lookedUp.push(orderId);
        return { item: "kettle", status: "delivered" };
      },
    });
    const result = await generateText({
      model: createEmbeddedLanguageModel(),
      prompt: "where is order A1002?",
      tools: { look_up_order: lookUpOrder },
      stopWhen: isStepCount(4),
    });
    expect(lookedUp).toEqual(["A1002"]);
    expect(result.text).toBe("Item: kettle. Status: delivered.");
  });

  test("streams text that the SDK can read", async () => {
    const result = streamText({ model: createEmbeddedLanguageModel(), prompt: "who are you?" });
    expect(await result.text).toContain("no AI model");
    expect((await result.usage).outputTokens).toBeGreaterThan(0);
  });
});
