import { createFileApprovers, readWorkspaceVkey } from "#hosts/node";
import { Cancelled, parseVkey, TraceError, verifyBundle, type Report, type VerifyOptions } from "#pillars/trace";
import { createBulkHash } from "#pillars/trace/bulk-hash";
import { CliError } from "../cli-error.ts";
import { defaultState, jsonOption, readArguments, stateOption, type Command } from "../command.ts";
import { plainText } from "../plain-text.ts";
import { withFileSource } from "../file-source.ts";
import { createProgress } from "../progress.ts";
import { readText } from "../read-file.ts";
import type { Shell } from "../shell.ts";

const options = {
  trust: { type: "string", multiple: true, value: "VKEY", help: "A public key line you approve; repeatable" },
  receipt: { type: "string", multiple: true, value: "FILE", help: "A checkpoint saved earlier; repeatable" },
  quorum: { type: "string", value: "N", help: "How many of the witnesses among your --trust keys must have signed" },
  state: { ...stateOption, help: "Folder whose own key is approved (default .gatehouse)" },
  json: jsonOption,
} as const;

export const verifyCommand: Command = {
  name: "verify",
  summary: "Checks bundles offline, one line each; exit 1 when one of them failed",
  usage: "<bundle...>",
  options,
  async run(argv, shell) {
    const { values, positionals } = readArguments(argv, options, "a bundle", [1, Infinity]);
    const own = await readWorkspaceVkey(values.state ?? defaultState);
    const trusted = (values.trust ?? []).map(checkedKey);
    const receipts = await Promise.all((values.receipt ?? []).map(readText));
    const approvers = await createFileApprovers(values.state ?? defaultState).list();
    const hash = await createBulkHash();
    const quorum = quorumIn(values.quorum, trusted);
    const watching = { signal: shell.interrupted, ...(hash && { hash }) };
    let failed = 0;
    for (const file of positionals) {
      const given = { trusted, own: own === undefined ? [] : [own], receipts, approvers, quorum };
      const report = await check(file, { ...given, ...watching, ...createProgress(file, shell) });
      shell.progress?.("");
      if (report === undefined) return stopped(shell);
      if (report.verdict === "FAILED") failed += 1;
      show(file, report, values.json === true, shell);
    }
    return failed === 0 ? 0 : 1;
  },
};

/** More than there are approved witnesses can never be reached, so it is a slip. */
function quorumIn(given: string | undefined, trusted: readonly string[]): number {
  const witnesses = new Set(trusted.filter((vkey) => parseVkey(vkey).algorithm === "cosignature")).size;
  const quorum = Number(given ?? 0);
  if (given !== undefined && !/^\d{1,3}$/u.test(given))
    throw new CliError("usage", "--quorum takes a number of witnesses.");
  if (quorum > witnesses)
    throw new CliError("usage", `--quorum ${quorum} is more than the ${witnesses} witness keys among --trust.`);
  return quorum;
}

function checkedKey(vkey: string): string {
  try {
    parseVkey(vkey);
    return vkey;
  } catch (problem) {
    if (!(problem instanceof TraceError)) throw problem;
    throw new CliError("usage", `--trust ${plainText(vkey)}: ${problem.message}`);
  }
}

/** Undefined when somebody has ended the check. A file that cannot be read is a bundle that was not checked, so it failed; the others are judged all the same. */
async function check(file: string, options: VerifyOptions): Promise<Report | undefined> {
  try {
    return await withFileSource(file, (source) => verifyBundle(source, options));
  } catch (problem) {
    if (problem instanceof Cancelled) return undefined;
    if (!(problem instanceof CliError)) throw problem;
    const nothing = { state: "interrupted", events: 0, erased: 0, withheld: 0, notes: [] } as const;
    return { verdict: "FAILED", codes: ["E00"], message: problem.message, ...nothing };
  }
}

function stopped({ tell }: Shell): number {
  tell("The check was stopped. What was not judged does not count as checked.");
  return 130;
}

function show(file: string, report: Report, json: boolean, { out }: Shell): void {
  if (json) return out(JSON.stringify({ file, ...report }));
  const { verdict, state, codes, step, part, message, events, erased, withheld, notes } = report;
  const place = step === undefined ? (part ?? "") : `step ${step}`;
  const where = codes.length === 0 ? "" : ` (${[codes.join(", "), place].filter(Boolean).join(" at ")})`;
  const gone = erased + withheld === 0 ? "" : `, ${erased} values erased, ${withheld} withheld`;
  out(plainText(`${file}: ${verdict}. ${message}${where} Run ${state}, ${events} steps${gone}.`));
  for (const note of notes) out(plainText(`  ${note.message}`));
}
