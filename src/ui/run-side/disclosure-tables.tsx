import type { DisclosureReport, DisclosureRow } from "#pillars/trace";
import { dateAndClock } from "../run-log/index.ts";
import { pageWords } from "./words.ts";

/** How much of what was recorded a copy shows: by what it is, by whose it is, and what was erased. */
export function DisclosureTables({ report }: { report: DisclosureReport }) {
  const words = pageWords();
  const t = words.traces.copy;
  const { rows, copiesOut } = report;
  const byContent = [...Map.groupBy(rows, ({ content }) => content)].map(
    ([content, group]) => [t.contents[content], group] as const,
  );
  const byPerson = [...Map.groupBy(rows, ({ person }) => person)]
    .toSorted(([one], [other]) => (one === "" ? 1 : other === "" ? -1 : one.localeCompare(other)))
    .map(([person, group]) => [person === "" ? t.flow : person, group] as const);
  const erasures = Map.groupBy(
    rows.filter(({ erasure }) => erasure !== undefined),
    ({ erasure }) => JSON.stringify([erasure?.by, erasure?.reason, Math.floor((erasure?.time ?? 0) / 60_000)]),
  );
  return (
    <>
      <Counts caption={t.what} first={t.what} groups={byContent} total={rows} />
      <Counts caption={t.byPerson} first={t.person} groups={byPerson} />
      {erasures.size > 0 && (
        <section className="col g4">
          <h3 className="w6">{t.erasures}</h3>
          <ul className="col g4">
            {[...erasures].map(([key, group]) => (
              <li key={key} className="t2">
                {erasureText(group)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {copiesOut.length > 0 && (
        <p className="t2 small">{t.copiesOut(copiesOut.length, dateAndClock(Math.max(...copiesOut), words))}</p>
      )}
      <p className="t2 small">{t.stays}</p>
    </>
  );
}

function erasureText(group: readonly DisclosureRow[]): string {
  const words = pageWords();
  const { by = "", reason = "", time = 0 } = group[0]?.erasure ?? {};
  return words.traces.copy.erasure(countOf(group, "erased"), dateAndClock(time, words), by, reason);
}

type CountsProps = {
  caption: string;
  /** Over the names. */
  first: string;
  groups: readonly (readonly [string, readonly DisclosureRow[]])[];
  /** Of what a last row gives the sum. */
  total?: readonly DisclosureRow[];
};

function Counts({ caption, first, groups, total }: CountsProps) {
  const t = pageWords().traces.copy;
  const cells = (group: readonly DisclosureRow[]) =>
    (["shown", "withheld", "erased"] as const).map((state) => (
      <td key={state} className="num">
        {countOf(group, state)}
      </td>
    ));
  return (
    <table className="counts" aria-label={caption}>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          <th scope="col">{t.shown}</th>
          <th scope="col">{t.withheld}</th>
          <th scope="col">{t.erased}</th>
        </tr>
      </thead>
      <tbody>
        {groups.map(([name, group]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {cells(group)}
          </tr>
        ))}
        {total && (
          <tr className="total">
            <th scope="row">{t.all}</th>
            {cells(total)}
          </tr>
        )}
      </tbody>
    </table>
  );
}

function countOf(group: readonly DisclosureRow[], state: DisclosureRow["state"]): number {
  return group.reduce((sum, row) => sum + (row.state === state ? row.steps.length : 0), 0);
}
