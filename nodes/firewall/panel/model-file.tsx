import { useEffect, useId, useRef, useState } from "react";
import { Button, TextField } from "#ui/kit";
import type { ModelFiles, NamedFile } from "./model-files.ts";
import type { PanelWords } from "./words/index.ts";

type ModelFileProps = {
  title: string;
  file: NamedFile;
  words: PanelWords;
  modelFiles: () => Promise<ModelFiles>;
  onChange: (file: NamedFile) => void;
};

type State = "none" | "looking" | "here" | "missing" | "fetching" | { readonly problem: string };

/** One file of a transformer: whether it is here, and the two ways to bring it. Nothing is fetched before the button is pressed. */
export function ModelFile({ title, file, words, modelFiles, onChange }: ModelFileProps) {
  const t = words.doubt.file;
  const input = useRef<HTMLInputElement>(null);
  const titleId = useId();
  const [address, setAddress] = useState(file.url);
  const [state, bring] = useModelFile(file, modelFiles, onChange);
  const host = hostOf(address);
  const take = (chosen: File | undefined) => {
    if (chosen !== undefined) bring(async (files) => ({ sha256: await files.keep(chosen), url: "" }));
  };
  const fetchIt = () =>
    bring(async (files) => ({
      sha256: await files.fetch(address, address === file.url ? file.sha256 : ""),
      url: address,
    }));
  return (
    <div role="group" aria-labelledby={titleId} className="model-file">
      <div className="row g8">
        <span id={titleId} className="grow w6 small">
          {title}
        </span>
        <Button size="sm" icon="folder-open" disabled={state === "fetching"} onPress={() => input.current?.click()}>
          {t.choose}
        </Button>
      </div>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t.chooseFor(title)}
        onChange={(event) => {
          take(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
      <p className="small t2" role="status">
        {typeof state === "string" ? t.state[state](file.sha256.slice(0, 12)) : state.problem}
      </p>
      <TextField size="sm" type="url" label={t.address} value={address} onChange={setAddress} />
      {host !== undefined && (
        <div>
          <Button size="sm" icon="download" disabled={state === "fetching"} onPress={fetchIt}>
            {t.fetch(host)}
          </Button>
          <p className="small t2">{t.consent(host)}</p>
        </div>
      )}
    </div>
  );
}

function useModelFile(
  file: NamedFile,
  modelFiles: () => Promise<ModelFiles>,
  onChange: (file: NamedFile) => void,
): readonly [State, (way: (files: ModelFiles) => Promise<NamedFile>) => void] {
  const { sha256 } = file;
  const [state, setState] = useState<State>("looking");
  useEffect(() => {
    let isGone = false;
    const look = async (): Promise<State> => {
      if (sha256 === "") return "none";
      return (await (await modelFiles()).has(sha256)) ? "here" : "missing";
    };
    look().then(
      (found) => !isGone && setState(found),
      () => !isGone && setState("missing"),
    );
    return () => {
      isGone = true;
    };
  }, [sha256, modelFiles]);
  const bring = async (way: (files: ModelFiles) => Promise<NamedFile>): Promise<void> => {
    setState("fetching");
    try {
      onChange(await way(await modelFiles()));
      setState("here");
    } catch (problem) {
      setState({ problem: problem instanceof Error ? problem.message : String(problem) });
    }
  };
  return [state, (way) => void bring(way)];
}

/** Where an address leads; undefined for anything that is not a whole one with encryption. */
function hostOf(address: string): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url?.protocol === "https:" ? url.host : undefined;
}
