import {
  draw,
  jsonValue,
  type DrawnNode,
  type Flow,
  type NodeRegistry,
  type RemoteEndpoint,
  type ToolEffect,
  type ToolSpec,
} from "#engine";
import { digestOf } from "#pillars/trace";
import { codeIn, codeKey, type CodeText } from "./adoption.ts";

/** Something that a flow would reach, use, run or read. `key` names it with its content: changed code is another want. */
export type Want = { readonly key: string; readonly step: string } & (
  | { readonly kind: "model"; readonly model: string }
  | {
      readonly kind: "tool";
      readonly name: string;
      readonly title: string;
      readonly effect: ToolEffect;
      readonly remote?: RemoteEndpoint;
    }
  | ({ readonly kind: "code" } & CodeText)
  | { readonly kind: "documents"; readonly titles: readonly string[]; readonly characters: number }
);

/** Everything a flow wants, by its own nodes' manifests; each want once, in the order of its steps. Nothing is run. */
export function wantsOf(flow: Flow, registry: NodeRegistry): readonly Want[] {
  const wants = [...draw(flow, registry).nodes.values()].flatMap((drawn) => [
    ...modelsOf(drawn),
    ...toolsOf(drawn),
    ...codeOf(drawn),
  ]);
  return [...new Map([...wants, ...documentsOf(flow)].map((want) => [want.key, want])).values()];
}

/**
 * Why a flow from a file may not be started, in one sentence; undefined when everything that it wants was allowed. Its code is asked
 * about step by step when it is to run, so that the log tells of it (`isAdopted`).
 */
export function trustProblem(wants: readonly Want[], allowed: readonly string[]): string | undefined {
  const missing = wants.filter((want) => want.kind !== "code").filter(({ key }) => !allowed.includes(key));
  if (missing.length === 0) return undefined;
  const names = missing.slice(0, 3).map(nameOf);
  const more = missing.length > names.length ? ` and ${missing.length - names.length} more` : "";
  return `This flow came from a file, and you have not allowed it ${names.join(", ")}${more}. Look at what it wants in the library, then allow it or take it out.`;
}

function nameOf(want: Exclude<Want, { kind: "code" }>): string {
  switch (want.kind) {
    case "model":
      return `to ask the model ${want.model}`;
    case "tool":
      return `to use ${want.title}${want.remote === undefined ? "" : ` at ${want.remote.origin}`}`;
    case "documents":
      return "to read the documents that it brought";
  }
}

function modelsOf({ definition, config, title }: DrawnNode): Want[] {
  // The embedded assistant is on this machine and reaches nobody.
  const models = definition.modelsFor(config).filter((model) => model !== "embedded");
  return models.map((model) => ({ kind: "model", key: `model:${model}`, step: title, model }));
}

function toolsOf({ definition, config, title }: DrawnNode): Want[] {
  return definition.toolsFor(config).map((tool) => ({
    kind: "tool",
    key: `tool:${digestOf(jsonValue.parse([tool.name, tool.effect, ...reachOf(tool)]))}`,
    step: title,
    name: tool.name,
    title: tool.title,
    effect: tool.effect,
    ...(tool.remote === undefined ? {} : { remote: tool.remote }),
  }));
}

/** What a remote tool reaches and how: another address, key or role of an argument is another want. */
function reachOf({ remote, roles }: ToolSpec): readonly unknown[] {
  return remote === undefined ? [] : [remote, roles];
}

function codeOf({ definition, config, title }: DrawnNode): Want[] {
  const code = codeIn(definition, config);
  return code === undefined ? [] : [{ kind: "code", key: codeKey(code), step: title, ...code }];
}

function documentsOf({ documents }: Flow): Want[] {
  if (documents.length === 0) return [];
  return [
    {
      kind: "documents",
      key: `documents:${digestOf(jsonValue.parse(documents))}`,
      step: "",
      titles: documents.map(({ title }) => title),
      characters: documents.reduce((sum, { text }) => sum + text.length, 0),
    },
  ];
}
