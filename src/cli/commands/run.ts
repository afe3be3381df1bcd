import { writeFile } from "node:fs/promises";
import type { Flow, Speaker } from "#engine";
import { createFileApprovers, createFileShelf, readToolOrigins } from "#hosts/node";
import type { RunSession, Started } from "#hosts/workspace";
import { registry } from "#nodes";
import { createAnswers, readAnswers } from "../chat/answers.ts";
import { playMessage, playOn, statusOf, type Conduct, type TurnStatus } from "../chat/conduct.ts";
import { askAtTerminal, openPrompt, type Prompt } from "../chat/prompt.ts";
import { createReporter, type Reporter } from "../chat/reporter.ts";
import { CliError } from "../cli-error.ts";
import { defaultState, jsonOption, readArguments, stateOption, type Command } from "../command.ts";
import { loadFlow, originsOf, withModel } from "../load-flow.ts";
import { openHouse, type House } from "../open-house.ts";
import { plainText } from "../plain-text.ts";
import type { Shell } from "../shell.ts";
import { findingLine } from "./lint.ts";

const options = {
  input: {
    type: "string",
    value: "TEXT",
    help: "The one message to send; without it, each line of standard input is one",
  },
  chat: { type: "boolean", help: "Talk to the flow here; requests for approval are shown and can be decided" },
  as: { type: "string", value: "ID", help: "Who speaks (default: the flow's first speaker)" },
  model: { type: "string", value: "ID", help: "Every step asks this model instead of its own" },
  answers: {
    type: "string",
    value: "FILE",
    help: "Decisions that people have made on approvals, or one signed decision",
  },
  "allow-origin": {
    type: "string",
    multiple: true,
    value: "ORIGIN",
    help: "Let tools of the flow call this host (https://host); may be given again",
  },
  export: { type: "string", value: "FILE", help: "Write the evidence of the run as one file" },
  resume: { type: "string", value: "RUN", help: "Go on with a run that waits or was interrupted" },
  state: stateOption,
  json: jsonOption,
} as const;

type Values = ReturnType<typeof readRunArguments>["values"];
function readRunArguments(argv: string[]) {
  return readArguments(argv, options, "a flow", [0, 1]);
}

export const exitCodes = { done: 0, failed: 1, stopped: 1, blocked: 2, denied: 2, waiting: 3 } as const;

export const runCommand: Command = {
  name: "run",
  summary: "Runs a flow; exit 0 done, 2 blocked or denied, 3 waiting for a person, 1 error",
  usage: "<flow|bundle|template:ID>",
  options,
  async run(argv, shell) {
    const { values, positionals } = readRunArguments(argv);
    if (values.input !== undefined && values.chat === true)
      throw new CliError("usage", "Use --input or --chat, not both.");
    const state = values.state ?? defaultState;
    const flow =
      values.resume === undefined ? await chosenFlow(positionals[0], values) : await flowOf(values.resume, state);
    const terms = await termsOf(flow, values, shell);
    const allowed = values["allow-origin"] ?? [];
    await requireOrigins(flow, state, allowed);
    const house = await openHouse(state, flow, shell, allowed);
    const signing = { book: createFileApprovers(state), parts: house.parts };
    const signed = { ...terms, how: { ...terms.how, signing } };
    if (values.resume !== undefined) return alone(house, values.resume, () => goOn(house, signed));
    const session = opened(await house.workspace.start(flow), shell);
    return alone(house, session.runId, () => conduct(session, signed));
  },
};

/** A flow may come from anybody, so where it sends requests is for the person who runs it to say. */
async function requireOrigins(flow: Flow, state: string, allowed: readonly string[]): Promise<void> {
  const known = (await readToolOrigins(state, allowed)).map(({ origin }) => origin);
  const missing = originsOf(flow, registry).find((origin) => !known.includes(origin));
  if (missing === undefined) return;
  const origin = plainText(missing);
  throw new CliError(
    "usage",
    `A tool of this flow calls ${origin}. Allow it with --allow-origin ${origin}, or in ${state}/tools.json.`,
  );
}

interface Terms {
  readonly values: Values;
  readonly speaker: Speaker;
  readonly prompt: Prompt;
  readonly how: Conduct;
  readonly shell: Shell;
}

/** All that can be wrong on the command line is found before a run is opened. */
async function termsOf(flow: Flow, values: Values, shell: Shell): Promise<Terms> {
  const speaker = speakerOf(flow, values.as);
  const answers = values.answers === undefined ? createAnswers([], flow) : await readAnswers(values.answers, flow);
  const prompt = openPrompt(shell);
  const ask = values.chat === true ? { ask: askAtTerminal(prompt, flow, shell) } : {};
  const onRefused: Conduct["onRefused"] = (_request, sentence) => shell.tell(plainText(sentence));
  const onRemark = (sentence: string): void => shell.tell(plainText(sentence));
  return { values, speaker, prompt, how: { answers, onRefused, onRemark, ...ask }, shell };
}

async function chosenFlow(name: string | undefined, { model }: Values): Promise<Flow> {
  if (name === undefined) throw new CliError("usage", "This command needs a flow, or --resume RUN.");
  const flow = await loadFlow(name);
  return model === undefined ? flow : withModel(flow, model, registry);
}

async function flowOf(runId: string, state: string): Promise<Flow> {
  const record = await createFileShelf(state).get(runId);
  if (record === undefined) throw new CliError("state", `There is no run ${plainText(runId)} in ${state}.`);
  return record.flow;
}

/** A run has one writer: a second process is turned away before it reads anything. */
async function alone(house: House, runId: string, work: () => Promise<number>): Promise<number> {
  const code = await house.parts.lock(`run-${runId}`, false, work);
  if (code === undefined) throw new CliError("state", `Another process is working on run ${runId}.`);
  return code;
}

async function goOn(house: House, terms: Terms): Promise<number> {
  return conduct(opened(await house.workspace.resume(terms.values.resume ?? ""), terms.shell), terms);
}

function opened(started: Started, shell: Shell): RunSession {
  if (started.ok) return started.session;
  for (const finding of started.findings) shell.tell(findingLine(finding));
  throw new CliError("state", started.sentence);
}

async function conduct(session: RunSession, terms: Terms): Promise<number> {
  const { values, how, shell } = terms;
  const reporter = createReporter(values.json === true, shell);
  const [last] = session.events().slice(-1);
  if (last?.kind === "run.recovered") reporter.event(last);
  session.subscribe(reporter.event);
  shell.interrupted.addEventListener("abort", () => session.stop());
  try {
    const before = values.resume === undefined ? "done" : await playOn(session, how);
    const status = before === "waiting" ? before : await talk(session, terms);
    const unused = how.answers.unused();
    if (unused !== undefined) shell.tell(unused);
    return await finish(session, status, values, reporter);
  } catch (problem) {
    if (session.events().length > 0 && !session.isClosed())
      shell.tell(`Run ${session.runId} is left open where it stands.`);
    throw problem;
  } finally {
    await terms.prompt.close();
  }
}

/** Sends the message, or each line there is until one of them waits for a person. */
async function talk(session: RunSession, { values, speaker, prompt, how, shell }: Terms): Promise<TurnStatus> {
  if (values.input !== undefined) return playMessage(session, values.input, speaker, how);
  if (values.resume !== undefined && values.chat !== true) return statusOf(session.events());
  for (;;) {
    const line = await prompt.next(`${speaker.name}: `);
    if (line === undefined || shell.interrupted.aborted)
      return shell.interrupted.aborted ? "stopped" : statusOf(session.events());
    if (line.trim() === "") continue;
    const status = await playMessage(session, line, speaker, how);
    if (status === "waiting" || status === "stopped") return status;
  }
}

async function finish(
  session: RunSession,
  status: TurnStatus,
  { export: path }: Values,
  reporter: Reporter,
): Promise<number> {
  if (session.events().length === 0) throw new CliError("usage", "There was no message to send.");
  if (status !== "waiting") await session.close(status);
  if (path !== undefined) await writeFile(path, await session.exportBundle());
  reporter.result(session, status);
  return exitCodes[status];
}

function speakerOf(flow: Flow, id: string | undefined): Speaker {
  const found = id === undefined ? flow.speakers[0] : flow.speakers.find((speaker) => speaker.id === id);
  if (found !== undefined) return found;
  const names = flow.speakers.map((speaker) => speaker.id).join(", ");
  throw new CliError("usage", `Nobody called ${plainText(id ?? "")} speaks in this flow; there are ${names}.`);
}
