import { describe, expect, test } from "vitest";
import type { LlmPart, LlmRequest, Models } from "#engine";
import { createScriptedModels } from "./scripted.ts";

const request: LlmRequest = {
  model: "scripted",
  instructions: "",
  messages: [{ role: "user", text: "hi" }],
  tools: [],
};

async function collect(models: Models, signal = new AbortController().signal): Promise<LlmPart[]> {
  const parts: LlmPart[] = [];
  for await (const part of models.stream(request, signal)) parts.push(part);
  return parts;
}

describe("the scripted model", () => {
  test("plays its turns in order, with call ids that count on", async () => {
    const models = createScriptedModels([
      "One two",
      {
        calls: [
          { tool: "a", arguments: {} },
          { tool: "b", arguments: { x: 1 } },
        ],
      },
      { text: "Done", calls: [{ tool: "c", arguments: {} }] },
    ]);
    expect(await collect(models)).toEqual([
      { type: "text", text: "One " },
      { type: "text", text: "two" },
      { type: "finish", reason: "stop", usage: { inputTokens: 8, outputTokens: 2 } },
    ]);
    const ids = [...(await collect(models)), ...(await collect(models))].flatMap((part) =>
      part.type === "tool-call" ? [part.callId] : [],
    );
    expect(ids).toEqual(["scripted-call-1", "scripted-call-2", "scripted-call-3"]);
    expect(models.requests.length).toBe(3);
    await expect(collect(models)).rejects.toMatchObject({ code: "script-ended" });
  });

  test("can be a function of the request", async () => {
    const models = createScriptedModels(({ messages }, turn) => `${turn}: ${messages.length}`);
    await collect(models);
    expect((await collect(models)).map((part) => (part.type === "text" ? part.text : "")).join("")).toBe("1: 1");
  });

  test("fails where the script says so, after what it sent before", async () => {
    const models = createScriptedModels([{ text: "half", error: "network" }]);
    const heard: LlmPart[] = [];
    const reading = async () => {
      for await (const part of models.stream(request, new AbortController().signal)) heard.push(part);
    };
    await expect(reading()).rejects.toMatchObject({ code: "network" });
    expect(heard).toEqual([{ type: "text", text: "half" }]);
  });

  test("stops between parts when the run is stopped", async () => {
    const abort = new AbortController();
    const models = createScriptedModels(["one two three"], async (part) => {
      if (part.type === "text" && part.text.startsWith("two")) abort.abort();
    });
    await expect(collect(models, abort.signal)).rejects.toMatchObject({ code: "aborted" });
  });

  test("knows only itself", () => {
    const models = createScriptedModels([]);
    expect(models.info("scripted")).toMatchObject({ isAiModel: false });
    expect(models.info("gpt")).toBeUndefined();
  });
});
