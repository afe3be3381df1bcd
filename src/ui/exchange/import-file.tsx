import { useEffect, useState } from "react";
import type { Flow } from "#engine";
import { Button, Dialog, notify } from "#ui/kit";
import { navigate } from "../app/hash-address.ts";
import type { Home } from "../app/home.ts";
import { useHome } from "../app/home-context.tsx";
import { storedLanguage } from "../app/language.ts";
import { exchangeWords } from "../messages/exchange/index.ts";
import { useMessages } from "../messages/index.ts";
import { BundleReport } from "./bundle-report.tsx";
import { openFile } from "./open-file.ts";
import type { OpenedFile } from "./open-file.ts";
import { storeForeignFlow } from "./store-foreign-flow.ts";
import { TrustSheet } from "./trust-sheet.tsx";

export type ImportFileProps = { file: File; onClose: () => void };

/** From a file to an open flow: look at it, say what it is, let the person decide, store it. */
export function ImportFile({ file, onClose }: ImportFileProps) {
  const t = exchangeWords(storedLanguage());
  const { library } = useMessages();
  const home = useHome();
  const opened = useOpened(home, file);
  const [looksAt, setLooksAt] = useState<Flow>();
  const decide = (flow: Flow) => (allowed: readonly string[], isAll: boolean) => {
    storeForeignFlow(home, flow, allowed, library.copyOf).then(
      (stored) => {
        onClose();
        navigate(`/flow/${stored.id}`);
        void notify({ text: isAll ? t.openedReady(stored.title) : t.opened(stored.title) });
      },
      () => void notify({ text: library.notStored, signal: "stop" }),
    );
  };
  if (opened === undefined) return null;
  if (opened.kind === "refused") return <Refused name={file.name} sentence={opened.sentence} onClose={onClose} />;
  const flow = opened.kind === "flow" ? opened.flow : looksAt;
  if (flow !== undefined)
    return <TrustSheet flow={flow} allowed={[]} action="openFlow" onDecide={decide(flow)} onClose={onClose} />;
  return opened.kind === "bundle" ? (
    <BundleReport opened={opened} onLook={() => setLooksAt(opened.flow)} onClose={onClose} />
  ) : null;
}

function useOpened(home: Home, file: File): OpenedFile | undefined {
  const [opened, setOpened] = useState<OpenedFile>();
  useEffect(() => {
    let isCurrent = true;
    // Without the house no key is known to be our own, and evidence is judged as a stranger's.
    const ownKeys = () =>
      home.house().then(
        ({ house }) => [house.workspace.vkey],
        () => [],
      );
    void openFile(file, ownKeys, exchangeWords(storedLanguage()).refused).then((found) => {
      if (isCurrent) setOpened(found);
    });
    return () => {
      isCurrent = false;
    };
  }, [home, file]);
  return opened;
}

function Refused({ name, sentence, onClose }: { name: string; sentence: string; onClose: () => void }) {
  const t = exchangeWords(storedLanguage());
  return (
    <Dialog
      title={t.refusedTitle(name.slice(0, 80))}
      isOpen
      onClose={onClose}
      footer={<Button onPress={onClose}>{t.close}</Button>}
    >
      <p className="wrap-anywhere">{sentence}</p>
      <p className="t2">{t.nothingLost}</p>
    </Dialog>
  );
}
