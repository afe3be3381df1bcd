import type { ToolEffect } from "#engine";
import { readAddress } from "#pillars/privileges";
import { httpRequestWith } from "./define.ts";
import { review } from "./review.ts";
import type { HttpRequestSettings } from "./settings.ts";
import { judgedTool, toolOf } from "./tool.ts";

const deeds: Readonly<Record<ToolEffect, string>> = {
  read: "Reads from",
  write: "Changes something at",
  send: "Sends through",
  pay: "Pays or orders at",
  delete: "Deletes at",
  admin: "Changes how things run at",
};

export { httpRequestWith };
export const httpRequest = httpRequestWith({ toolOf, summary, review });

function summary(config: HttpRequestSettings): string {
  const read = readAddress(config.address);
  return read.ok ? `${deeds[judgedTool(config).effect]} ${new URL(read.template.origin).host}` : "Needs an address";
}
