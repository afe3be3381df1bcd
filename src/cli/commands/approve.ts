import { writeFile } from "node:fs/promises";
import type { Flow } from "#engine";
import { createFileApprovers, createFileShelf } from "#hosts/node";
import {
  aboutRequest,
  createRandomBytes,
  readRequestFile,
  signFor,
  writeDecisionFile,
  writeRequestFile,
  type RunSession,
  type Signing,
  type WorkspaceParts,
} from "#hosts/workspace";
import type { ApprovalRequestEvent, PersonDecision } from "#monitor";
import { personOf } from "../chat/answers.ts";
import { requestLines } from "../chat/event-lines.ts";
import { CliError } from "../cli-error.ts";
import { defaultState, jsonOption, readArguments, stateOption, type Command } from "../command.ts";
import { openHouse } from "../open-house.ts";
import { plainText } from "../plain-text.ts";
import { forgetKey, listKeys, recogniseKey } from "./known-keys.ts";
import { readJson } from "../read-file.ts";
import type { Shell } from "../shell.ts";

const options = {
  by: { type: "string", value: "NAME", help: "Who decides: somebody the flow knows, or a person with the asked role" },
  tool: { type: "string", value: "TOOL", help: "Which request, when several wait" },
  deny: { type: "boolean", help: "Deny instead of approve" },
  comment: { type: "string", value: "TEXT", help: "Recorded with the decision" },
  ask: { type: "string", value: "FILE", help: "Write the request as a file for somebody else's Gatehouse" },
  from: { type: "string", value: "FILE", help: "Decide about a request that came as a file; needs --output" },
  role: { type: "string", value: "ROLE", help: "With --from: the role in which you decide (default: the first asked)" },
  output: { type: "string", value: "FILE", help: "With --from: where the signed decision goes" },
  keys: { type: "boolean", help: "List the people whose keys are known here" },
  recognise: { type: "string", value: "FILE", help: "Remember the key of a decision file as that person's" },
  forget: { type: "string", value: "VKEY", help: "Forget a key that was recognised" },
  state: stateOption,
  json: jsonOption,
} as const;

type Values = ReturnType<typeof readApproveArguments>["values"];
function readApproveArguments(argv: string[]) {
  return readArguments(argv, options, "a run", [0, 1]);
}

export const approveCommand: Command = {
  name: "approve",
  summary: "Records a signed decision on a run that waits; `gatehouse run --resume RUN` then goes on",
  usage: "<RUN> | --from FILE --output FILE | --keys | --recognise FILE | --forget VKEY",
  options,
  async run(argv, shell) {
    const { values, positionals } = readApproveArguments(argv);
    const [run] = positionals;
    const at = { state: values.state ?? defaultState, json: values.json === true };
    if (values.keys === true) return listKeys(at, shell);
    if (values.recognise !== undefined) return recogniseKey(values.recognise, at, shell);
    if (values.forget !== undefined) return forgetKey(values.forget, at, shell);
    if (values.from !== undefined) return decideElsewhere(values.from, values, shell);
    if (run === undefined) throw new CliError("usage", "This command needs a run.");
    if (values.ask !== undefined) return sendRequest(run, values.ask, values, shell);
    return decideHere(run, values, shell);
  },
};

async function decideHere(run: string, values: Values, shell: Shell): Promise<number> {
  const by = deciderIn(values);
  const state = values.state ?? defaultState;
  const decided = await withRequest(run, values, shell, async ({ session, request, flow, parts }) => {
    const person = personOf(by, request.attrs.roles[0] ?? "approver", flow);
    const decision = decisionOf(person, values);
    const book = createFileApprovers(state);
    const platform = { ...parts, witness: book.witness };
    const place = await session.place(request);
    const signed = counted(await signFor(request, place, decision, () => book.signerOf(person), platform));
    const ruling = await session.decide(request, signed);
    if (!ruling.ok) throw new CliError("state", ruling.sentence);
    return { run, tool: request.attrs.tool, decision: decision.decision, by: person.name, role: person.role };
  });
  say(
    shell,
    values,
    decided,
    `${decided.by} (${decided.role}) decided: ${decided.decision} ${decided.tool}. Go on with: gatehouse run --resume ${run}`,
  );
  return 0;
}

/** The request as a file; nothing is decided. */
async function sendRequest(run: string, file: string, values: Values, shell: Shell): Promise<number> {
  const sent = await withRequest(run, values, shell, async ({ session, request, flow, vkey, parts }) => {
    const place = await session.place(request);
    const about = aboutRequest(request, flow, session.events());
    await writeFile(file, await writeRequestFile(parts.store, place?.origin ?? "", request, flow.title, about, vkey));
    return { run, tool: request.attrs.tool, file };
  });
  say(
    shell,
    values,
    sent,
    `The request about ${sent.tool} is in ${file}. The answer goes in with: gatehouse run --resume ${run} --answers FILE`,
  );
  return 0;
}

/** Another workspace's request, decided with a key of this one. */
async function decideElsewhere(from: string, values: Values, shell: Shell): Promise<number> {
  const { output, role } = values;
  const by = deciderIn(values);
  if (output === undefined) throw new CliError("usage", "Say where the signed decision goes with --output FILE.");
  const travelled = readRequestFile(await readJson(from));
  if (travelled === undefined) throw new CliError("file", `${from} is not a whole request for approval.`);
  const { request, place } = travelled;
  if (values.json !== true) for (const line of requestLines(request)) shell.out(line);
  const person = { id: by.toLowerCase(), name: by, role: role ?? request.attrs.roles[0] ?? "approver" };
  const decision = decisionOf(person, values);
  const book = createFileApprovers(values.state ?? defaultState);
  const platform = { randomBytes: createRandomBytes(), now: () => Date.now(), witness: book.witness };
  const signing = await signFor(request, place, decision, () => book.signerOf(person), platform);
  const file = writeDecisionFile(travelled, counted(signing));
  await writeFile(output, file ?? "");
  const told = { tool: request.attrs.tool, decision: decision.decision, by: person.name, role: person.role };
  say(shell, values, { ...told, file: output }, `${told.by} (${told.role}) decided: ${told.decision} ${told.tool}.`);
  return 0;
}

function deciderIn({ by }: Values): string {
  if (by === undefined) throw new CliError("usage", "Say who decides with --by NAME.");
  return by;
}

function decisionOf(by: PersonDecision["by"], { deny, comment = "" }: Values): PersonDecision {
  return { by, decision: deny === true ? "deny" : "approve", comment };
}

function counted(signing: Signing): PersonDecision {
  if (!signing.ok) throw new CliError("state", signing.sentence);
  return signing.decision;
}

function say(shell: Shell, { json }: Values, found: object, sentence: string): void {
  shell.out(json === true ? JSON.stringify(found) : plainText(sentence));
}

interface Waiting {
  readonly session: RunSession;
  readonly request: ApprovalRequestEvent;
  readonly flow: Flow;
  /** The run's own key. */
  readonly vkey: string;
  readonly parts: WorkspaceParts;
}

/** Works on the request that is meant, while no other process has the run. */
async function withRequest<T>(
  run: string,
  { tool, state = defaultState }: Values,
  shell: Shell,
  work: (waiting: Waiting) => Promise<T>,
): Promise<T> {
  const record = await createFileShelf(state).get(run);
  if (record === undefined) throw new CliError("state", `There is no run ${plainText(run)} in ${state}.`);
  const { flow, vkey } = record;
  const { workspace, parts } = await openHouse(state, flow, shell);
  const done = await parts.lock(`run-${run}`, false, async () => {
    const started = await workspace.resume(run);
    if (!started.ok) throw new CliError("state", started.sentence);
    const { session } = started;
    const request = session.waiting().find(({ attrs }) => tool === undefined || attrs.tool === tool);
    if (request === undefined) throw new CliError("state", `Nothing in run ${run} waits for such a decision.`);
    return { value: await work({ session, request, flow, vkey, parts }) };
  });
  if (done === undefined) throw new CliError("state", `Another process is working on run ${run}.`);
  return done.value;
}
