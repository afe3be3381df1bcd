import { useState } from "react";
import type { RefObject } from "react";
import { TabPanel, Tabs } from "#ui/kit";
import type { Attached } from "../attached.ts";
import { insertionOf } from "../snippets/index.ts";
import { SnippetList } from "../snippets/snippet-list.tsx";
import type { Bounds } from "../trial/trial.ts";
import { TryIt } from "../trial/try-it.tsx";
import type { LastRun } from "../trial/use-last-run.ts";
import type { PanelWords } from "../words/index.ts";
import type { CodeHandle } from "./code-area.tsx";
import { Sees } from "./sees.tsx";
import { Tables } from "./tables.tsx";
import type { Trying } from "./use-trying.ts";

export type BesideProps = {
  words: PanelWords;
  language: string;
  source: string;
  bounds: Bounds;
  attached: Attached;
  last: LastRun;
  trying: Trying;
  handle: RefObject<CodeHandle | null>;
  onGoTo: (line: number) => void;
};

const tabs = ["trial", "snippets", "tools"] as const;

/** What stands beside the code. */
export function Beside({ words, language, source, bounds, attached, last, trying, handle, onGoTo }: BesideProps) {
  const t = words.editor;
  const [tab, setTab] = useState<(typeof tabs)[number]>("trial");
  return (
    <div className="code-beside">
      <Tabs label={t.side} items={tabs.map((id) => ({ id, label: t.tabs[id] }))} selected={tab} onSelect={setTab} />
      <TabPanel tab={tab} className="code-tab">
        {tab === "trial" && (
          <TryIt
            {...{ words, bounds, last, onGoTo }}
            input={trying.input}
            problem={trying.problem}
            isForeign={trying.isForeign}
            onInput={trying.write}
            onReset={trying.reset}
            trial={trying.trial}
            hasTools={attached.tools.length > 0}
            onRun={trying.run}
            onStop={trying.stop}
          />
        )}
        {tab === "snippets" && (
          <SnippetList
            {...{ words, language }}
            onInsert={(snippet) => {
              const { text, replacesAll } = insertionOf(snippet, source);
              handle.current?.insert(text, replacesAll);
            }}
          />
        )}
        {tab === "tools" && language === "sql" && <Tables words={words} query={trying.query} />}
        {tab === "tools" && language !== "sql" && (
          <Sees
            {...{ words, language }}
            input={trying.sample}
            tools={attached.tools}
            onInsert={(text) => handle.current?.insert(text, false)}
          />
        )}
      </TabPanel>
    </div>
  );
}
