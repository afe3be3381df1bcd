import { useState } from "react";
import type { Connection } from "#providers";
import { Button, IconButton, notify, Tile } from "#ui/kit";
import { SettingsSection } from "../app/settings-frame.tsx";
import type { SettingsWords } from "../messages/settings/index.ts";
import { ConnectionDialog } from "./connection-dialog.tsx";
import { TrialLine } from "./trial-line.tsx";
import { useConnections, type Connections, type KeyState } from "./use-connections.ts";
import { useTrial } from "./use-trial.ts";

/** Whom flows may ask: the embedded assistant, and the connections that the person adds. */
export function ModelsSection({ t }: { t: SettingsWords }) {
  const connections = useConnections(t);
  const [edited, setEdited] = useState<{ before: Connection | undefined }>();
  const close = () => setEdited(undefined);
  return (
    <SettingsSection title={t.models} hint={t.modelsHint}>
      <ul className="connections">
        <li>
          <Tile icon="bot" tone="think" />
          <div className="grow">
            <p className="w5">{t.embedded}</p>
            <p className="t2 small">{t.embeddedText}</p>
          </div>
        </li>
        {connections.list.map((connection) => (
          <ConnectionRow
            key={connection.id}
            keyState={connections.keys.get(connection.id)}
            onEdit={() => setEdited({ before: connection })}
            {...{ connection, connections, t }}
          />
        ))}
      </ul>
      {connections.list.length === 0 && <p className="t2 small">{t.noConnectionsText}</p>}
      <div>
        <Button icon="plus" onPress={() => setEdited({ before: undefined })}>
          {t.add}
        </Button>
      </div>
      {edited && (
        <ConnectionDialog
          {...edited}
          {...{ connections, t }}
          onClose={close}
          onSaved={({ title }) => {
            close();
            void notify({ text: t.saved(title), signal: "pass" });
          }}
        />
      )}
    </SettingsSection>
  );
}

type ConnectionRowProps = {
  connection: Connection;
  connections: Connections;
  keyState: KeyState | undefined;
  onEdit: () => void;
  t: SettingsWords;
};

function ConnectionRow({ connection, connections, keyState, onEdit, t }: ConnectionRowProps) {
  const [trial, startTrial] = useTrial();
  const { title, baseURL, models } = connection;
  return (
    <li>
      <Tile icon="plug" tone="act" />
      <div className="grow">
        <p className="w5 wrap-anywhere">{title}</p>
        <p className="t2 small wrap-anywhere">
          {new URL(baseURL).host}, {t.modelCount(models.length)}: {models.join(", ")}
        </p>
        {keyState && <p className={keyState === "lost" ? "small c-stop" : "t2 small"}>{t.key[keyState]}</p>}
        <TrialLine trial={trial} t={t} />
      </div>
      <Button
        size="sm"
        label={t.testNamed(title)}
        disabled={trial.isRunning}
        onPress={() => startTrial((signal) => connections.test(connection, "", signal))}
      >
        {t.test}
      </Button>
      <IconButton icon="pen-line" label={t.editNamed(title)} onPress={onEdit} />
      <IconButton icon="trash" label={t.removeNamed(title)} onPress={() => connections.remove(connection)} />
    </li>
  );
}
