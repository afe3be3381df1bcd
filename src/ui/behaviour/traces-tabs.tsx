import { behaviourWords } from "../messages/behaviour/index.ts";
import "./behaviour.css";

const pages = [
  ["runs", "/traces"],
  ["behaviour", "/traces/behaviour"],
  ["whatIf", "/traces/what-if"],
] as const;

/** The ways to look at what is recorded: each run, all of them together, and what another drawing would have made of them. */
export function TracesTabs({ current }: { current: "runs" | "behaviour" | "whatIf" }) {
  const { tabs } = behaviourWords();
  return (
    <nav className="page-tabs" aria-label={tabs.label}>
      {pages.map(([name, path]) => (
        <a key={name} href={`#${path}`} aria-current={name === current ? "page" : undefined}>
          {tabs[name]}
        </a>
      ))}
    </nav>
  );
}
