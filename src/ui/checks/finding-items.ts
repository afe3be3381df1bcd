import type { EditOperation, Finding, Flow, NodeRegistry } from "#engine";
import type { IconName } from "#ui/kit";
import { isIconName } from "#ui/kit";
import type { FindingItem } from "../findings/index.ts";

/** Stable while the finding is the same one, so that a choice survives an edit elsewhere. */
export function findingId({ code, at, title }: Finding): string {
  return [code, at.node ?? "", at.edge ?? "", at.port ?? "", title].join(" ");
}

/** The findings as the panel lists them. */
export function findingItems(
  findings: readonly Finding[],
  registry: NodeRegistry,
  show: string,
  said: (sentence: string) => string,
): readonly FindingItem[] {
  return findings.map((finding) => {
    const { severity, title, message, fix, at } = finding;
    return {
      id: findingId(finding),
      severity: severity === "error" ? "stop" : "ask",
      title: said(title),
      message: said(message),
      ...(fix && { repair: { label: said(fix.title), icon: repairIcon(fix.operations, registry) } }),
      ...((at.node ?? at.edge) !== undefined && { other: show }),
    };
  });
}

export function repairIcon(operations: readonly EditOperation[], registry: NodeRegistry): IconName {
  const added = operations.find((each) => each.type === "add-node");
  const icon = added?.type === "add-node" ? registry.get(added.node.type)?.icon : undefined;
  return icon !== undefined && isIconName(icon) ? icon : "wrench";
}

export interface CheckedWords {
  readonly wires: (n: number) => string;
  readonly models: string;
  readonly tools: string;
  readonly ends: string;
  readonly circle: string;
}

/** What was checked and is fine, as sentences: each stands only where there was something to check. */
export function checkedAndFine(
  flow: Flow,
  findings: readonly Finding[],
  registry: NodeRegistry,
  words: CheckedWords,
): readonly string[] {
  const codes = new Set<string>(findings.map(({ code }) => code));
  const is = (...names: string[]) => names.every((name) => !codes.has(name));
  const definitions = flow.nodes.flatMap(({ type }) => registry.get(type) ?? []);
  const hasModel = definitions.some(({ needs }) => needs.includes("llm"));
  const hasTool = definitions.some(({ provides }) => provides === "tool");
  return [
    ...(hasModel && is("unguarded-model") ? [words.models] : []),
    ...(hasTool && is("ungranted-tool", "tool-name-twice") ? [words.tools] : []),
    ...(definitions.some(({ provides }) => provides === "limits") && is("missing-helper") ? [words.ends] : []),
    ...(flow.edges.length > 0 && is("wire-types", "bad-wire") ? [words.wires(flow.edges.length)] : []),
    ...(flow.edges.length > 0 && is("cycle") ? [words.circle] : []),
  ];
}

/**
 * The repair of everything that keeps the flow from running, one after the other: each repair may change what the next one
 * has to be, so every one is computed on the flow as the last one left it.
 */
export function repairAll(
  flow: Flow,
  check: (flow: Flow) => readonly Finding[],
  apply: (flow: Flow, operations: readonly EditOperation[]) => Flow,
): Flow {
  let current = flow;
  const seen = new Set<string>();
  for (;;) {
    const next = check(current).find((each) => each.severity === "error" && each.fix && !seen.has(findingId(each)));
    if (next?.fix === undefined) return current;
    seen.add(findingId(next));
    current = apply(current, next.fix.operations);
  }
}
