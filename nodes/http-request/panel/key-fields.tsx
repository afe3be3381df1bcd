import { useCallback, useEffect, useState } from "react";
import { Button, Segmented, Switch, TextField } from "#ui/kit";
import type { PanelProps } from "#ui/kit";
import type { HttpRequestSettings } from "../settings.ts";
import type { ToolKeys } from "./tool-keys.ts";
import type { PanelWords } from "./words/index.ts";

type KeyFieldsProps = {
  words: PanelWords;
  toolKeys: ToolKeys;
  origin: string | undefined;
  secret: HttpRequestSettings["secret"];
  onChange: PanelProps["onChange"];
};

/** Whether a key goes along, under which name, and its value: that goes to the keys of this device and nowhere else. */
export function KeyFields({ words, toolKeys, origin, secret, onChange }: KeyFieldsProps) {
  const t = words.key;
  return (
    <div className="form">
      <p className="small t2">{t.about}</p>
      <Switch
        label={t.use}
        checked={secret !== undefined}
        onChange={(isOn) => onChange(["secret"], isOn ? { name: "key" } : undefined)}
      />
      {secret !== undefined && (
        <>
          <TextField label={t.name} value={secret.name} onChange={(name) => onChange(["secret", "name"], name)} />
          <div className="pair even">
            <TextField
              label={t.header}
              value={secret.header}
              onChange={(header) => onChange(["secret", "header"], header)}
            />
            <TextField
              label={t.prefix}
              value={secret.prefix}
              onChange={(prefix) => onChange(["secret", "prefix"], prefix)}
            />
          </div>
          {origin === undefined ? (
            <p className="small t2">{t.noAddress}</p>
          ) : (
            <KeyValue key={secret.name} {...{ words, toolKeys, origin }} name={secret.name} />
          )}
        </>
      )}
    </div>
  );
}

type State = "none" | "device" | "tab" | "failed";

function KeyValue({
  words,
  toolKeys,
  origin,
  name,
}: Pick<KeyFieldsProps, "words" | "toolKeys"> & { origin: string; name: string }) {
  const t = words.key;
  const [typed, setTyped] = useState("");
  const [where, setWhere] = useState<"device" | "tab">("device");
  const [state, setState] = useState<State>();
  const look = useCallback(
    () =>
      toolKeys.kept(name, origin).then(
        (kept) => setState(kept ?? "none"),
        () => setState("failed"),
      ),
    [toolKeys, name, origin],
  );
  useEffect(() => void look(), [look]);
  const act = (work: Promise<void>) => void work.then(look, () => setState("failed"));
  const isKept = state === "device" || state === "tab";
  return (
    <>
      <TextField label={t.value} type="password" value={typed} onChange={setTyped} />
      <Segmented
        label={t.keep}
        value={where}
        onChange={setWhere}
        options={(["device", "tab"] as const).map((value) => ({ value, label: t.keeps[value] }))}
      />
      <div className="row g8 wrap">
        <Button
          size="sm"
          icon="key-round"
          disabled={typed === ""}
          onPress={() => {
            act(toolKeys.keep(name, origin, typed, where));
            setTyped("");
          }}
        >
          {t.save}
        </Button>
        {isKept && (
          <Button size="sm" icon="trash" onPress={() => act(toolKeys.remove(name, origin))}>
            {t.remove}
          </Button>
        )}
      </div>
      <p className="small t2" role="status">
        {state === undefined ? "" : t.state[state]}
      </p>
    </>
  );
}
