import { readBundle, TraceError, verifyBundle, type Report } from "#pillars/trace";
import type { ExchangeWords } from "../messages/exchange/index.ts";
import type { OpenedFile } from "./open-file.ts";
import { readFlowText } from "./read-flow-text.ts";

/** Checks evidence, and takes the flow out of it if it holds. Of the rest nothing comes into force here. */
export async function openBundle(
  bytes: Uint8Array,
  own: readonly string[],
  t: ExchangeWords["refused"],
): Promise<OpenedFile> {
  const report = await verifyBundle(bytes, { trusted: [], own, receipts: [], tick: nextTask });
  const read = readSafely(bytes);
  // A zip that is no bundle at all has no verdict worth showing.
  if (typeof read === "string" && report.events === 0) return { kind: "refused", sentence: read };
  if (report.verdict === "FAILED" || typeof read === "string") return { kind: "bundle", report, flow: undefined };
  return withFlow(report, JSON.stringify(read.flow), t);
}

function withFlow(report: Report, text: string, t: ExchangeWords["refused"]): OpenedFile {
  const parsed = readFlowText(text, t);
  if (parsed.ok) return { kind: "bundle", report, flow: parsed.flow };
  return { kind: "bundle", report, flow: undefined, problem: t.bundleFlow(parsed.problem) };
}

function readSafely(bytes: Uint8Array): ReturnType<typeof readBundle> | string {
  try {
    return readBundle(bytes);
  } catch (problem) {
    return problem instanceof TraceError ? problem.message : new TraceError("bad-zip").message;
  }
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
