import { useEffect, useState } from "react";
import type { ShelvedRun } from "#store";
import { Button, notify, Segmented } from "#ui/kit";
import { useHome } from "../app/home-context.tsx";
import { plainTitle, saveFile } from "../exchange/index.ts";
import { QrCode } from "./qr-code.tsx";
import { pageWords } from "./words.ts";

/** The signed state of this chat or of all chats, as text, file and code. */
export function ReceiptKeep({ run }: { run: ShelvedRun }) {
  const t = pageWords().traces.receipt;
  const [of, setOf] = useState<"run" | "all">("all");
  const isEvictable = useEvictable();
  const receipt = useReceipt(of === "run" ? run.runId : undefined);
  const options = [
    { value: "all", label: t.all },
    { value: "run", label: t.run },
  ] as const;
  const copy = (text: string) =>
    void navigator.clipboard.writeText(text).then(
      () => void notify({ text: t.copied, signal: "pass" }),
      () => void notify({ text: t.notCopied, signal: "stop" }),
    );
  const save = (text: string) => {
    const name = of === "run" ? `${plainTitle(run.flow.title)}-${run.runId}` : (text.split("\n")[0] ?? "");
    const file = `${name}.receipt.txt`;
    saveFile(file, text, "text/plain");
    void notify({ text: t.saved(file) });
  };
  return (
    <>
      <p className="t2">{t.intro}</p>
      <Segmented label={t.of} options={options} value={of} onChange={setOf} />
      {isEvictable && <p className="t2 small">{t.evictable}</p>}
      {receipt === null && <p role="status">{t.none}</p>}
      {typeof receipt === "string" && (
        <div className="receipt">
          <QrCode text={receipt} label={t.code} />
          <div className="col g12">
            <pre className="receipt-text" aria-label={t.text}>
              {receipt.trimEnd()}
            </pre>
            <p className="t2 small">{t.covers[of]}</p>
            <div className="row g8">
              <Button icon="copy" onPress={() => copy(receipt)}>
                {t.copy}
              </Button>
              <Button icon="download" variant="primary" onPress={() => save(receipt)}>
                {t.save}
              </Button>
            </div>
          </div>
        </div>
      )}
    </>
  );
}

/** Whether the browser may delete what is stored by itself. */
function useEvictable(): boolean {
  const [isEvictable, setEvictable] = useState(false);
  useEffect(() => {
    navigator.storage.persisted().then(
      (isKept) => setEvictable(!isKept),
      () => setEvictable(true),
    );
  }, []);
  return isEvictable;
}

/** Undefined while it is fetched, null where there is none. */
function useReceipt(runId: string | undefined): string | null | undefined {
  const home = useHome();
  const [found, setFound] = useState<{ readonly of: string | undefined; readonly receipt: string | null }>();
  useEffect(() => {
    let isGone = false;
    const show = (receipt: string | null = null) => !isGone && setFound({ of: runId, receipt });
    home
      .house()
      .then(({ house }) => house.workspace.receipt(runId))
      .then(show, () => show());
    return () => {
      isGone = true;
    };
  }, [home, runId]);
  return found !== undefined && found.of === runId ? found.receipt : undefined;
}
