import type { JsonObject, JsonValue } from "#engine";
import { describe, expect, it } from "vitest";
import type { LabelledText, TracedArguments } from "./origin.ts";
import { traceArguments } from "./provenance.ts";

function said(text: string): LabelledText {
  return { kind: "text", key: "t1/in", title: "your message", integrity: "user", text };
}

const outside: TracedArguments = {
  channel: {
    label: { integrity: "untrusted", sources: ["x"] },
    origin: { kind: "outside", title: "text from outside" },
  },
};

let count = 0;
function answered(tool: string, value: JsonValue, args: JsonObject = {}): LabelledText {
  return {
    kind: "result",
    key: `k${(count += 1)}`,
    tool,
    title: `answer of ${tool}`,
    value,
    origins: {},
    args,
    query: Object.keys(args).length === 0 ? {} : outside,
    queryRoles: { channel: "id" },
    created: false,
  };
}

const message = (sender: string): JsonValue => ({ sender, body: "Hello" });
const channels = answered("list_channels", ["general", "random"]);
const general = answered("read_channel", [message("Ann"), message("Bo")], { channel: "general" });
const random = answered("read_channel", [message("Ann")], { channel: "random" });

function integrityOf(text: string, value: string, results: readonly LabelledText[]): string | undefined {
  return traceArguments({ to: value }, { values: [said(text), ...results] })["to"]?.label.integrity;
}

describe("whom the words mean over everything that was gathered", () => {
  it.each([
    ["Congratulate the user who wrote the most messages", "Ann", "resolved"],
    ["Congratulate the user who wrote the most messages", "Bo", "untrusted"],
    ["Write to each user who has posted", "Bo", "resolved"],
    ["Scrivi all'utente che ha più messaggi", "Ann", "resolved"],
    ["Réponds vite, mais poliment", "Ann", "untrusted"],
    ["Write to a user", "Ann", "untrusted"],
    ["Write to each user who has posted", "Mallory", "untrusted"],
  ])("%s: %s is %s", (text, name, integrity) => {
    expect(integrityOf(text, name, [channels, general, random])).toBe(integrity);
  });

  it("is open when one entry was left out, or one was asked for that is in no list", () => {
    const text = "Congratulate the user who wrote the most messages";
    expect(integrityOf(text, "Ann", [channels, general])).toBe("untrusted");
    const planted = answered("read_channel", [message("Mallory"), message("Mallory")], { channel: "planted" });
    expect(integrityOf(text, "Mallory", [channels, general, random, planted])).toBe("untrusted");
  });

  it("is open between two who are alike", () => {
    const even = answered("read_channel", [message("Bo")], { channel: "random" });
    const once = answered("read_channel", [message("Ann")], { channel: "general" });
    expect(integrityOf("Thank the user with the most messages", "Ann", [channels, once, even])).toBe("untrusted");
  });
});
