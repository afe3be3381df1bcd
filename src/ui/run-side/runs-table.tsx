import { Icon, Tile } from "#ui/kit";
import type { IconName, Signal } from "#ui/kit";
import { pageWords } from "./words.ts";

/** One run in the list of traces. */
export interface RunRow {
  readonly runId: string;
  readonly title: string;
  readonly person: string;
  readonly quote: string;
  readonly when: { readonly text: string; readonly exact: string };
  readonly state: { readonly text: string; readonly icon: IconName; readonly tone: Signal | undefined };
  readonly steps: number;
  readonly seal: "sealed" | "open" | "broken";
}

const seals = {
  sealed: { icon: "fingerprint", tone: "sealed" },
  open: { icon: "circle-dashed", tone: undefined },
  broken: { icon: "shield-x", tone: "stop" },
} as const;

/** All runs, the newest first. */
export function RunsTable({ rows }: { rows: readonly RunRow[] }) {
  const { traces } = pageWords();
  return (
    <div className="cardx ftable runs" role="region" aria-label={traces.flow} tabIndex={-1}>
      <table>
        <thead>
          <tr>
            <th scope="col">{traces.flow}</th>
            <th scope="col">{traces.person}</th>
            <th scope="col">{traces.status}</th>
            <th scope="col">{traces.seal}</th>
            <th scope="col" className="right">
              {traces.steps}
            </th>
            <th scope="col" className="right">
              {traces.when}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.runId} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row }: { row: RunRow }) {
  const { traces } = pageWords();
  const seal = { sealed: traces.sealed, open: traces.notSealed, broken: traces.brokenSeal }[row.seal];
  return (
    <tr>
      <th scope="row">
        <a href={`#/trace/${row.runId}`} className="row g12">
          <Tile icon="scroll-text" tone="talk" />
          <span className="grow">
            <span className="clip line">{row.title}</span>
            <span className="small t2 w4 clip line">{row.quote}</span>
          </span>
        </a>
      </th>
      <td>{row.person}</td>
      <td>
        <span className="row g6">
          <Icon name={row.state.icon} size={14} tone={row.state.tone} />
          {row.state.text}
        </span>
      </td>
      <td>
        <span className="row g6">
          <Icon name={seals[row.seal].icon} size={14} tone={seals[row.seal].tone} />
          {seal}
        </span>
      </td>
      <td className="right num">{row.steps}</td>
      <td className="right t2">
        <span title={row.when.exact}>{row.when.text}</span>
      </td>
    </tr>
  );
}
