import type { Flow } from "#engine";
import { costOf, limitsConfig } from "#pillars/autonomy";

/** Dollars for the tokens that a step used; undefined where the flow has no price for the model. */
export type Prices = (
  node: string | undefined,
  model: string,
  tokens: { readonly read: number; readonly written: number },
) => number | undefined;

/** The prices that the limits of each step know. */
export function pricesOf(flow: Flow): Prices {
  const tables = new Map(
    flow.edges.flatMap(({ kind, from, to }) => {
      if (kind !== "attach" || to.port !== "limits") return [];
      const config = limitsConfig.safeParse(flow.nodes.find(({ id }) => id === from.node)?.config ?? {});
      return config.success ? [[to.node, config.data.prices] as const] : [];
    }),
  );
  return (node, model, { read, written }) => {
    const dollars = costOf({ model, input: read, output: written }, tables.get(node ?? "") ?? []);
    return Number.isFinite(dollars) ? dollars : undefined;
  };
}
