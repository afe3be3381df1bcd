import { z } from "zod";
import type { Task } from "../detector.ts";
import type { PeerName } from "./catalog.ts";

/** What a peer says of a text: whether it flags it, and what it would pass on where it takes things out. */
export interface Said {
  readonly stopped: boolean;
  readonly text: string;
}
export type Ask = (text: string, task: Task) => Promise<Said> | Said;

/** How each peer is loaded and called: with the settings that it has from the start. */
export const modes: Readonly<Record<PeerName, () => Promise<Ask>>> = {
  "vard-moderate": () => vard("moderate"),
  "vard-strict": () => vard("strict"),
  "hai-guardrails": hai,
  llm_guardrail: () => guardrail("checkAll"),
  "llm_guardrail-injection": () => guardrail("checkInjection"),
  "redact-pii": redactor,
};

/** Of a function no more can be checked than that it is one; what it answers is checked each time. */
function callable<F>() {
  return z.custom<F>((value) => typeof value === "function");
}

/** The name is a value, so that neither the compiler nor the search for dead code needs the package to be there. */
async function load<T>(specifier: string, shape: z.ZodType<T>): Promise<T> {
  const loaded: unknown = await import(specifier);
  return shape.parse(loaded);
}

type Vard = Readonly<Record<"moderate" | "strict", () => { safeParse: (text: string) => unknown }>>;

async function vard(preset: keyof Vard): Promise<Ask> {
  const module = await load("@andersmyrmel/vard", z.object({ default: callable<Vard>() }));
  const built = module.default[preset]();
  const result = z.object({ safe: z.boolean() });
  return (text) => ({ stopped: !result.parse(built.safeParse(text)).safe, text });
}

type Guard = (messages: readonly { readonly role: "user"; readonly content: string }[]) => Promise<unknown>;
type MakeGuard = (scope: { readonly roles: readonly string[] }, setting?: object) => Guard;

/** The mode “heuristic” does not start as published; “pattern” is the other one that needs no model. */
async function hai(): Promise<Ask> {
  const makeGuard = callable<MakeGuard>();
  const { injectionGuard, leakageGuard, secretGuard } = await load(
    "@presidio-dev/hai-guardrails",
    z.object({ injectionGuard: makeGuard, leakageGuard: makeGuard, secretGuard: makeGuard }),
  );
  const scope = { roles: ["user"] };
  const setting = { mode: "pattern", threshold: 0.7 };
  const flag = [injectionGuard(scope, setting), leakageGuard(scope, setting)];
  const hide = [secretGuard(scope)];
  const results = z.array(
    z.object({ passed: z.boolean(), modifiedMessage: z.object({ content: z.string() }).optional() }),
  );
  return async (text, task) => {
    const guards = task === "orders" ? flag : hide;
    const said = await Promise.all(guards.map((guard) => guard([{ role: "user", content: text }])));
    const found = said.flatMap((each) => results.parse(each));
    const left = found.find(({ modifiedMessage }) => modifiedMessage !== undefined)?.modifiedMessage?.content ?? text;
    return { stopped: left !== text || found.some(({ passed }) => !passed), text: left };
  };
}

type Check = (text: string) => Promise<unknown>;

async function guardrail(name: "checkAll" | "checkInjection"): Promise<Ask> {
  const shape = z.object({ checkAll: callable<Check>(), checkInjection: callable<Check>() });
  const { [name]: check } = await load("llm_guardrail", shape);
  const result = z.object({ allowed: z.boolean() });
  return async (text) => ({ stopped: !result.parse(await check(text)).allowed, text });
}

type Redactor = new () => { redact: (text: string) => unknown };

/** Not by its main door, which also loads the client of a service. */
async function redactor(): Promise<Ask> {
  const shape = z.object({ SyncCompositeRedactor: callable<Redactor>() });
  const { SyncCompositeRedactor } = await load("redact-pii/lib/SyncCompositeRedactor.js", shape);
  const built = new SyncCompositeRedactor();
  return (text) => {
    const left = z.string().parse(built.redact(text));
    return { stopped: left !== text, text: left };
  };
}
