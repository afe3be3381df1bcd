import { Button, ProgressRing, Select } from "#ui/kit";
import type { PythonLibrary } from "#engine";
import type { PanelWords } from "../words/index.ts";
import type { PythonLibraryStore } from "./python-library.ts";
import { useLibrary } from "./use-library.ts";

export type LibraryChoiceProps = {
  words: PanelWords;
  library: PythonLibrary;
  pythonLibrary: () => Promise<PythonLibraryStore>;
  onChange: (library: string) => void;
};

/** How much of Python's library the code can import, and the download that the full one needs. */
export function LibraryChoice({ words, library, pythonLibrary, onChange }: LibraryChoiceProps) {
  const t = words.library;
  const options = (["small", "full"] as const).map((value) => ({ value, label: t.options[value] }));
  return (
    <>
      <Select label={t.label} hint={t.hints[library]} value={library} options={options} onChange={onChange} />
      {library === "full" && <Download {...{ words, pythonLibrary }} />}
    </>
  );
}

function Download({ words, pythonLibrary }: Pick<LibraryChoiceProps, "words" | "pythonLibrary">) {
  const t = words.library;
  const { about, state, download, stop, remove } = useLibrary(pythonLibrary);
  const megabytes = Math.ceil((about?.bytes ?? 0) / 1_000_000);
  const canFetch = about !== undefined && (state.kind === "missing" || state.kind === "problem");
  return (
    <div role="group" aria-label={t.group} className="col g8">
      <div role="status">
        {state.kind === "looking" && <p className="small t2">{t.looking}</p>}
        {state.kind === "missing" && <p className="small c-ask">{t.missing}</p>}
        {state.kind === "problem" && <p className="small c-stop">{t.problems[state.why]}</p>}
        {state.kind === "here" && <p className="small">{t.here(about?.version ?? "")}</p>}
      </div>
      {state.kind === "fetching" && (
        <div className="row g8">
          <ProgressRing value={state.bytes / (about?.bytes ?? 1)} label={t.fetching} />
          <span className="small grow">{t.so(Math.floor(state.bytes / 1_000_000), megabytes)}</span>
          <Button size="sm" icon="square" onPress={stop}>
            {t.stop}
          </Button>
        </div>
      )}
      {canFetch && (
        <>
          <span>
            <Button size="sm" icon="download" onPress={download}>
              {t.download(megabytes)}
            </Button>
          </span>
          <p className="small t2">{t.consent(about.host)}</p>
        </>
      )}
      {state.kind === "here" && (
        <span>
          <Button size="sm" icon="trash" onPress={remove}>
            {t.remove(megabytes)}
          </Button>
        </span>
      )}
    </div>
  );
}
