import type { Flow } from "#engine";
import type { Report } from "#pillars/trace";
import type { ExchangeWords } from "../messages/exchange/index.ts";
import { readFlowText } from "./read-flow-text.ts";

/** What a file turned out to be. Nothing of it has been stored or run. */
export type OpenedFile =
  | { readonly kind: "flow"; readonly flow: Flow }
  | { readonly kind: "bundle"; readonly report: Report; readonly flow: Flow | undefined; readonly problem?: string }
  | { readonly kind: "refused"; readonly sentence: string };

export const largestMegabytes = 20;

/** The part of a browser's File that is needed. */
export interface ForeignFile {
  readonly name: string;
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** Looks at a file by its content, not its name. `ownKeys` are this browser's workspace keys. Never throws. */
export async function openFile(
  file: ForeignFile,
  ownKeys: () => Promise<readonly string[]>,
  t: ExchangeWords["refused"],
): Promise<OpenedFile> {
  if (file.size > largestMegabytes * 2 ** 20) return refused(t.tooLarge(largestMegabytes));
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return refused(t.unreadable);
  }
  if (bytes.length === 0) return refused(t.empty);
  // "PK", with which every zip begins and no JSON can.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const { openBundle } = await import("./open-bundle.ts");
    return openBundle(bytes, await ownKeys(), t);
  }
  const text = decode(bytes);
  if (text === undefined) return refused(t.notText);
  const parsed = readFlowText(text, t);
  return parsed.ok ? { kind: "flow", flow: parsed.flow } : refused(parsed.problem);
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function refused(sentence: string): OpenedFile {
  return { kind: "refused", sentence };
}
