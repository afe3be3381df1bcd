import { Section } from "#ui/kit";
import type { Attached, ToolReach } from "./attached.ts";
import { limitsOf, type Bounds } from "./trial/trial.ts";
import type { PanelWords } from "./words/index.ts";

/** What code may touch, as a sentence made of the rules of the tools that it has, and of its limits. */
export function Touches({ words, attached, bounds }: { words: PanelWords; attached: Attached; bounds: Bounds }) {
  const titled = (reach: ToolReach) => titlesOf(attached, reach);
  const refused = titled("never");
  return (
    <Section title={words.mayTouch}>
      <p className="tool-sentence">{words.touches(titled("alone"), titled("asked"), limitsOf(bounds))}</p>
      {refused.length > 0 && <p>{words.unruled(refused)}</p>}
      <p className="small t2">
        {attached.rules !== undefined && attached.tools.length > refused.length && `${words.ruledBy(attached.rules)} `}
        {words.walls}
      </p>
    </Section>
  );
}

function titlesOf({ tools, reach }: Attached, wanted: ToolReach): readonly string[] {
  const own = tools.filter(({ name }) => (reach.get(name) ?? "never") === wanted);
  return [...new Set(own.map(({ title }) => title))];
}
