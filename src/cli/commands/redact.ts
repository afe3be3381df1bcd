import type { Erasure, Workspace } from "#hosts/workspace";
import { disclosureJson, type ErasureReason, type FoundValue, type Sought } from "#pillars/trace";
import { CliError } from "../cli-error.ts";
import { defaultState, jsonOption, readArguments, stateOption, type Command } from "../command.ts";
import { disclosureLines } from "../disclosure-text.ts";
import { openRecords } from "../open-house.ts";
import { plainText } from "../plain-text.ts";
import type { Shell } from "../shell.ts";

const options = {
  step: { type: "string", value: "N", help: "One step of the run that is named, with every copy of its values" },
  field: { type: "string", value: "FIELD", help: "With --step: only this value of it" },
  find: {
    type: "string",
    value: "TEXT",
    help: "Every value with this text in it, in all runs or in the one that is named",
  },
  person: {
    type: "string",
    value: "ID",
    help: "Everything that this person said, asked and decided, and copies of it",
  },
  reason: { type: "string", value: "TEXT", help: "Why; it is public for ever, so without a name in it" },
  by: { type: "string", value: "ID", help: "Who erases; public as well (default: workspace)" },
  report: { type: "boolean", help: "Erase nothing: say which values of the run are shown and erased, why and by whom" },
  yes: { type: "boolean", help: "Erase. Without it, what would go is only shown" },
  state: stateOption,
  json: jsonOption,
} as const;

type Values = ReturnType<typeof readRedactArguments>["values"];
function readRedactArguments(argv: string[]) {
  return readArguments(argv, options, "a run", [0, 1]);
}

export const redactCommand: Command = {
  name: "redact",
  summary: "Erases values of closed runs for good; the runs still verify, and the ledger says what went and why",
  usage: "[RUN] --step N | --find TEXT | --person ID | --report",
  options,
  async run(argv, shell) {
    const { values, positionals } = readRedactArguments(argv);
    const [run] = positionals;
    if (values.report === true) return report(run, values, shell);
    const sought = soughtIn(values, run);
    const why = whyIn(values);
    const state = values.state ?? defaultState;
    const { workspace } = await openRecords(state, shell);
    if (run !== undefined && !(await workspace.runs()).some(({ runId }) => runId === run))
      throw new CliError("state", `There is no run ${plainText(run)} in ${state}.`);
    const found = await workspace.findErasures(sought, run);
    const erased = why === undefined ? undefined : await eraseAll(workspace, found, why);
    if (values.json === true) shell.out(JSON.stringify(asJson(found, erased)));
    else tell(found, erased, shell);
    return erased !== undefined && found.some(({ isOpen }) => isOpen) ? 1 : 0;
  },
};

async function report(run: string | undefined, values: Values, shell: Shell): Promise<number> {
  if (run === undefined) throw new CliError("usage", "--report needs a run.");
  if ([values.step, values.find, values.person, values.yes].some((each) => each !== undefined))
    throw new CliError("usage", "--report erases nothing, so it goes with no other wish.");
  const state = values.state ?? defaultState;
  const { workspace } = await openRecords(state, shell);
  const disclosures = await workspace.disclosures(run);
  if (disclosures === undefined) throw new CliError("state", `There is no run ${plainText(run)} in ${state}.`);
  if (values.json === true) shell.out(JSON.stringify(JSON.parse(disclosureJson(disclosures))));
  else for (const line of disclosureLines(disclosures)) shell.out(line);
  return 0;
}

function soughtIn({ step, field, find, person }: Values, run: string | undefined): Sought {
  const given = [step, find, person].filter((each) => each !== undefined);
  if (given.length !== 1) throw new CliError("usage", "Say one of --step, --find and --person.");
  if (field !== undefined && step === undefined) throw new CliError("usage", "--field needs --step.");
  if (find !== undefined) {
    if (find.trim().length < 3) throw new CliError("usage", "--find needs at least three characters.");
    return { kind: "text", text: find };
  }
  if (person !== undefined) return { kind: "person", id: person };
  if (run === undefined) throw new CliError("usage", "--step needs a run.");
  const seq = Number(step);
  if (!Number.isSafeInteger(seq) || seq < 0) throw new CliError("usage", "--step takes the number of a step.");
  return { kind: "value", seq, ...(field === undefined ? {} : { field }) };
}

function whyIn({ yes, reason, by = "workspace" }: Values): ErasureReason | undefined {
  if (yes !== true) return undefined;
  if (reason === undefined || reason.trim() === "") throw new CliError("usage", "--yes needs a --reason.");
  if (reason.length > 200 || by.length > 200)
    throw new CliError("usage", "A reason, and who erases, take up to 200 characters.");
  return { reason, actorRef: by };
}

/** Numbers of values that went, by run; runs that are open are left alone. */
async function eraseAll(
  workspace: Workspace,
  found: readonly Erasure[],
  why: ErasureReason,
): Promise<ReadonlyMap<string, number>> {
  const erased = new Map<string, number>();
  for (const erasure of found) {
    const done = await workspace.erase(erasure, why);
    if (done.ok) erased.set(erasure.record.runId, done.values);
  }
  return erased;
}

function asJson(found: readonly Erasure[], erased: ReadonlyMap<string, number> | undefined) {
  return {
    erased: erased === undefined ? null : [...erased.values()].reduce((sum, count) => sum + count, 0),
    runs: found.map(({ record, values, copiesOut, isOpen }) => ({
      run: record.runId,
      open: isOpen,
      erased: erased?.get(record.runId) ?? 0,
      values: values.map(({ seq, field, kind, isCopy }) => ({ step: seq, field, kind, copy: isCopy })),
      copiesOut: copiesOut.map((time) => new Date(time).toISOString()),
    })),
  };
}

function tell(found: readonly Erasure[], erased: ReadonlyMap<string, number> | undefined, { out }: Shell): void {
  if (found.length === 0) return out("Nothing that is still shown holds this.");
  for (const { record, values, copiesOut, isOpen } of found) {
    const { runId } = record;
    if (erased === undefined) {
      out(`Run ${runId}: ${values.length} ${values.length === 1 ? "value" : "values"} would go.`);
      for (const value of values)
        out(plainText(`  step ${value.seq}, ${value.kind} ${value.field}: ${excerpt(value)}`));
    } else if (erased.has(runId)) out(`Run ${runId}: ${erased.get(runId) ?? 0} values are gone.`);
    if (isOpen)
      out(`  Run ${runId} is still open: end it first, it needs its values to go on. Nothing of it is erased.`);
    if (copiesOut.length > 0)
      out(
        `  ${copiesOut.length} ${copiesOut.length === 1 ? "copy" : "copies"} of this run went out earlier and keep what they hold.`,
      );
  }
  if (erased === undefined) out("Nothing is erased yet: add --yes and a --reason.");
}

const longest = 60;

function excerpt({ value }: FoundValue): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
