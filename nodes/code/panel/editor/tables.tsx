import type { PanelWords } from "../words/index.ts";
import type { Query } from "./query.ts";

export type TablesProps = { words: PanelWords; query: Query | undefined };

/** What a query can name: the tables with the columns that it may read, and the values. */
export function Tables({ words, query }: TablesProps) {
  const t = words.sees;
  const { tables, values } = query ?? { tables: [], values: [] };
  return (
    <div className="snippets">
      <section aria-label={t.tables}>
        <h4>{t.tables}</h4>
        <p className="small t2">{tables.length === 0 ? t.noTables : t.onlyColumns}</p>
        <ul>
          {tables.map(({ name, columns }) => (
            <li key={name}>
              <span className="grow">
                <span className="w6">{name}</span>
                <code className="small t2">{columns.join(", ")}</code>
              </span>
            </li>
          ))}
        </ul>
      </section>
      {values.length > 0 && (
        <section aria-label={t.values}>
          <h4>{t.values}</h4>
          <p className="small t2">
            <code>{values.map((name) => `:${name}`).join(", ")}</code>
          </p>
        </section>
      )}
    </div>
  );
}
