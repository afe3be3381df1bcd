import { IconButton } from "#ui/kit";
import type { PanelWords } from "../words/index.ts";
import { snippetGroups, snippets, snippetsFor, type Snippet } from "./index.ts";

export type SnippetListProps = { words: PanelWords; language: string; onInsert: (snippet: Snippet) => void };

/** Pieces of code to begin with, by what they are for. */
export function SnippetList({ words, language, onInsert }: SnippetListProps) {
  const t = words.snippets;
  const shown = snippetsFor(language, snippets);
  if (shown.length === 0) return <p className="t2">{t.none}</p>;
  return (
    <div className="snippets">
      <p className="small t2">{t.about}</p>
      {snippetGroups.map((group) => {
        const own = shown.filter((snippet) => snippet.group === group);
        if (own.length === 0) return null;
        return (
          <section key={group} aria-label={t.groups[group]}>
            <h4>{t.groups[group]}</h4>
            <ul>
              {own.map((snippet) => {
                const title = t.titles[snippet.id] ?? snippet.id;
                return (
                  <li key={snippet.id}>
                    <span className="grow">
                      <span className="w6">{title}</span>
                      <code className="small t2">{snippet.use}</code>
                    </span>
                    <IconButton icon="plus" label={t.insert(title)} onPress={() => onInsert(snippet)} />
                  </li>
                );
              })}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
