import { draw, type Flow } from "#engine";
import { wantsOf, type Want } from "#hosts/workspace";
import { registry } from "#nodes";
import { permissionConfig, ruleToSentence, sentenceText, type Rule } from "#pillars/privileges";
import type { Connection } from "#providers";
import type { IconName, TileTone } from "#ui/kit";
import type { ExchangeWords } from "../messages/exchange/index.ts";

/** One want as the sheet shows it. */
export interface TrustItem {
  readonly key: string;
  readonly kind: Want["kind"];
  readonly icon: IconName;
  readonly tone: TileTone;
  readonly title: string;
  readonly lines: readonly string[];
  /** Shown as text, never run. */
  readonly code?: string;
}

export const trustKinds = ["model", "tool", "code", "documents"] as const satisfies readonly Want["kind"][];

/** Everything that a flow wants, in words; `connections` tell where its models are. */
export function trustItems(
  flow: Flow,
  connections: readonly Connection[],
  t: ExchangeWords,
  language: string,
): readonly TrustItem[] {
  const rules = rulesOf(flow);
  return wantsOf(flow, registry).map((want): TrustItem => {
    switch (want.kind) {
      case "model":
        return {
          ...marks.model,
          ...want,
          title: t.asksModel(want.model),
          lines: [whereOf(want.model, connections, t)],
        };
      case "tool": {
        const own = rules.get(want.name);
        const rule = own === undefined ? t.noRule : `${t.itsRule} ${own}`;
        const tone = want.effect === "read" ? "data" : marks.tool.tone;
        return {
          ...marks.tool,
          tone,
          ...want,
          title: t.usesTool(want.title),
          lines: [t.effects[want.effect], ...reachOf(want, t), rule],
        };
      }
      case "code":
        return {
          ...marks.code,
          ...want,
          title: t.runsCode(want.step),
          lines: [t.codeText(languages[want.language] ?? want.language)],
          code: want.source,
        };
      case "documents": {
        const characters = t.characters(want.characters.toLocaleString(language));
        const lines = [characters, want.titles.join(", ")];
        return { ...marks.documents, ...want, title: t.documents(want.titles.length), lines };
      }
    }
  });
}

function reachOf({ remote }: Extract<Want, { kind: "tool" }>, t: ExchangeWords): readonly string[] {
  if (remote === undefined) return [];
  const key = remote.secret === undefined ? [] : [t.sendsKey(remote.secret.name)];
  return [t.callsHost(remote.method, remote.origin), ...key];
}

const marks = {
  model: { icon: "sparkles", tone: "think" },
  tool: { icon: "wrench", tone: "act" },
  code: { icon: "code-xml", tone: "act" },
  documents: { icon: "book-open", tone: "data" },
} as const satisfies Record<Want["kind"], { icon: IconName; tone: TileTone }>;

function whereOf(model: string, connections: readonly Connection[], t: ExchangeWords): string {
  const found = connections.find(({ id }) => model.startsWith(`${id}/`));
  return found === undefined ? t.modelUnknown : t.modelAt(new URL(found.baseURL).host);
}

const languages: Readonly<Record<string, string>> = {
  javascript: "JavaScript",
  typescript: "TypeScript",
  python: "Python",
  sql: "SQL",
};

/** The flow's own rules for each tool, as people read them. */
function rulesOf(flow: Flow): ReadonlyMap<string, string> {
  const drawing = draw(flow, registry);
  const drawn = [...drawing.nodes.values()];
  const tools = new Map(
    drawn.flatMap(({ node, definition, config }) =>
      definition.toolsFor(config).map((spec) => [spec.name, { spec, user: drawing.hostsOf(node.id)[0]?.title }]),
    ),
  );
  const rules = drawn.flatMap(({ definition, config }) => {
    const parsed = definition.provides === "permission" ? permissionConfig.safeParse(config) : undefined;
    return parsed?.success === true ? parsed.data.rules : [];
  });
  const sentenceOf = (rule: Rule) => {
    const tool = tools.get(rule.tool);
    return sentenceText(ruleToSentence(rule, tool?.spec, tool?.user));
  };
  return new Map(
    [...Map.groupBy(rules, ({ tool }) => tool)].map(([tool, own]) => [tool, own.map(sentenceOf).join(" ")]),
  );
}
