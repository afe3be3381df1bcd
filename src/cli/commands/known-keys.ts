import { createFileApprovers } from "#hosts/node";
import { readDecisionFile, type Approver } from "#hosts/workspace";
import { parseVkey, TraceError } from "#pillars/trace";
import { CliError } from "../cli-error.ts";
import { plainText } from "../plain-text.ts";
import { readJson } from "../read-file.ts";
import type { Shell } from "../shell.ts";

/** Where the keys are, and whether the answer is JSON. */
export interface KeysAt {
  readonly state: string;
  readonly json: boolean;
}

/** Everybody whose key is known in the state folder. */
export async function listKeys({ state, json }: KeysAt, { out }: Shell): Promise<number> {
  const known = await createFileApprovers(state).list();
  if (json) out(JSON.stringify(known.map(told)));
  else for (const each of known) out(plainText(`${each.name} (${each.role}), ${standing(each)}: ${each.vkey}`));
  return 0;
}

function told({ id, name, role, vkey, retiredAt, isForeign }: Approver) {
  return { id, name, role, vkey, recognised: isForeign === true, retired: retiredAt !== undefined };
}

function standing({ retiredAt, isForeign }: Approver): string {
  if (isForeign === true) return "recognised";
  return retiredAt === undefined ? "signs here" : "retired";
}

/** Remembers the key of a decision file as that person's. */
export async function recogniseKey(file: string, { state, json }: KeysAt, { out }: Shell): Promise<number> {
  const travelled = readDecisionFile(await readJson(file));
  const vkey = travelled?.decision.signed?.approver;
  if (travelled === undefined || vkey === undefined || !isKey(vkey))
    throw new CliError("file", `${file} is not a signed decision.`);
  const { by } = travelled.decision;
  const book = createFileApprovers(state);
  await book.recognise(by, vkey);
  const kept = (await book.list()).find((each) => each.vkey === vkey);
  if (kept === undefined || kept.name !== by.name || kept.role !== by.role)
    throw new CliError("state", "This key is known here for another person or role.");
  out(json ? JSON.stringify(told(kept)) : plainText(`The key of ${by.name} (${by.role}) is remembered: ${vkey}`));
  return 0;
}

/** Takes back that a key was recognised; a profile of this place is not touched. */
export async function forgetKey(vkey: string, { state, json }: KeysAt, { out }: Shell): Promise<number> {
  const book = createFileApprovers(state);
  const known = (await book.list()).find((each) => each.vkey === vkey && each.isForeign === true);
  if (known === undefined) throw new CliError("state", "No such key was recognised here.");
  await book.forget(vkey);
  out(json ? JSON.stringify(told(known)) : plainText(`The key of ${known.name} (${known.role}) is forgotten.`));
  return 0;
}

function isKey(vkey: string): boolean {
  try {
    parseVkey(vkey);
    return true;
  } catch (problem) {
    if (problem instanceof TraceError) return false;
    throw problem;
  }
}
