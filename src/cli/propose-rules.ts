import { writeFile } from "node:fs/promises";
import { type Flow, isJsonObject } from "#engine";
import { runEventOf } from "#hosts/workspace";
import { registry } from "#nodes";
import {
  adoptRules,
  enoughChats,
  type RecordedUse,
  sentenceText,
  smallerRules,
  type SmallerRule,
  usesIn,
} from "#pillars/privileges";
import { readBundle, readEvents } from "#pillars/trace";
import { CliError } from "./cli-error.ts";
import { plainText } from "./plain-text.ts";
import { readBytes } from "./read-file.ts";
import type { Shell } from "./shell.ts";

export interface ProposalOptions {
  /** Bundles of recorded chats. */
  readonly runs: readonly string[];
  /** Where the flow with the proposed rules goes. */
  readonly adopt: string | undefined;
  readonly json: boolean;
}

/** Says which rules allow more than the chats have used, with what would have been enough. */
export async function proposeRules(flow: Flow, { runs, adopt, json }: ProposalOptions, shell: Shell): Promise<void> {
  const chats: (readonly RecordedUse[])[] = [];
  for (const file of runs) chats.push(await usesOf(file, flow));
  const rules = smallerRules(flow, registry, chats);
  if (json)
    shell.out(JSON.stringify({ chats: chats.length, rules: rules.map((each) => ({ ...each, ...said(each) })) }));
  else tellProposal(rules, chats.length, shell);
  if (adopt === undefined) return;
  try {
    await writeFile(adopt, `${JSON.stringify(adoptRules(flow, rules).flow, null, 2)}\n`);
  } catch {
    throw new CliError("file", `${adopt} cannot be written.`);
  }
  if (!json) shell.out(`The flow with these rules is in ${adopt}.`);
}

async function usesOf(file: string, flow: Flow): Promise<readonly RecordedUse[]> {
  const recorded = readChat(file, await readBytes(file));
  // A chat with another flow uses nothing of this one, and every rule would look superfluous.
  if (recorded.flowId !== flow.id) throw new CliError("file", `${file} is a run of another flow than ${flow.id}.`);
  return recorded.uses;
}

function readChat(file: string, bytes: Uint8Array) {
  try {
    const { manifest, lines, disclosures, flow } = readBundle(bytes);
    const uses = usesIn(readEvents(manifest.origin, lines, disclosures).map(runEventOf));
    return { flowId: isJsonObject(flow) ? flow["id"] : undefined, uses };
  } catch {
    throw new CliError("file", `${file} is not a Gatehouse bundle, or it is damaged.`);
  }
}

function tellProposal(rules: readonly SmallerRule[], chats: number, shell: Shell): void {
  shell.out(`From ${chats} recorded ${chats === 1 ? "chat" : "chats"}.`);
  if (chats < enoughChats) shell.out(`Fewer than ${enoughChats} chats say little about what will be needed.`);
  if (rules.length === 0) shell.out("Every rule was needed as it is.");
  for (const rule of rules) {
    const { now, instead } = said(rule);
    const times = rule.used === 0 ? "never used" : `used ${rule.used} ${rule.used === 1 ? "time" : "times"}`;
    shell.out(plainText(`${now} (${times})`));
    shell.out(plainText(`  would do: ${instead}`));
  }
}

function said({ now, instead }: SmallerRule): { readonly now: string; readonly instead: string } {
  return { now: sentenceText(now), instead: sentenceText(instead) };
}
