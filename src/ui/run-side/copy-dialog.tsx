import { useEffect, useMemo, useState } from "react";
import type { RunEvent } from "#engine";
import { disclosureCsv, disclosureJson, withholdingKinds, withoutKinds } from "#pillars/trace";
import type { DisclosureReport, WithholdingKind } from "#pillars/trace";
import type { ShelvedRun } from "#store";
import { Button, Checkbox, Dialog, notify } from "#ui/kit";
import { useHome } from "../app/home-context.tsx";
import { plainTitle, saveFile, spreadsheetText } from "../exchange/index.ts";
import { DisclosureTables } from "./disclosure-tables.tsx";
import { saveEvidence } from "./save-evidence.ts";
import { pageWords } from "./words.ts";

export type CopyDialogProps = { run: ShelvedRun; events: readonly RunEvent[]; onClose: () => void };

/** A copy of the evidence that goes without what it should not show, and the list of what it shows. */
export function CopyDialog({ run, events, onClose }: CopyDialogProps) {
  const { traces } = pageWords();
  const t = traces.copy;
  const home = useHome();
  const [without, setWithout] = useState<readonly WithholdingKind[]>([]);
  const withhold = useMemo(() => withoutKinds(without), [without]);
  const report = useReport(run.runId, withhold);
  const save = () =>
    void saveEvidence(home, run, events, { withhold }).then(
      (name) => void notify({ text: name === undefined ? traces.notExported : traces.exported(name) }),
      () => void notify({ text: traces.notExported, signal: "stop" }),
    );
  const toggle = (kind: WithholdingKind, isOut: boolean) =>
    setWithout(withholdingKinds.filter((each) => (each === kind ? isOut : without.includes(each))));
  return (
    <Dialog
      title={t.title}
      isOpen
      onClose={onClose}
      size="wide"
      footer={
        <Button variant="primary" icon="download" disabled={typeof report !== "object"} onPress={save}>
          {t.save}
        </Button>
      }
    >
      <div className="col g16">
        <p className="t2">{t.intro}</p>
        <fieldset className="col g8 plain">
          <legend className="w6">{t.leaveOut}</legend>
          {withholdingKinds.map((kind) => (
            <Checkbox
              key={kind}
              label={t.kinds[kind]}
              checked={without.includes(kind)}
              onChange={(isOut) => toggle(kind, isOut)}
            />
          ))}
        </fieldset>
        {report === "unread" && <p role="status">{t.unread}</p>}
        {typeof report === "object" && (
          <>
            <DisclosureTables report={report} />
            <SaveList report={report} run={run} />
          </>
        )}
      </div>
    </Dialog>
  );
}

function SaveList({ report, run }: { report: DisclosureReport; run: ShelvedRun }) {
  const { traces } = pageWords();
  const stem = `${plainTitle(run.flow.title)}-${run.runId}.disclosures`;
  const save = (name: string, content: string | Uint8Array<ArrayBuffer>, type: string) => {
    saveFile(name, content, type);
    void notify({ text: traces.exported(name) });
  };
  return (
    <div className="save-list">
      <Button icon="braces" onPress={() => save(`${stem}.json`, disclosureJson(report), "application/json")}>
        {traces.copy.json}
      </Button>
      <Button
        icon="table"
        onPress={() => save(`${stem}.csv`, spreadsheetText(new Uint8Array(disclosureCsv(report))), "text/csv")}
      >
        {traces.copy.table}
      </Button>
    </div>
  );
}

type Withhold = ReturnType<typeof withoutKinds>;

/** Undefined until it has been made for the first time; the last one stays while the next is made. */
function useReport(runId: string, withhold: Withhold): DisclosureReport | "unread" | undefined {
  const home = useHome();
  const [report, setReport] = useState<DisclosureReport | "unread">();
  useEffect(() => {
    let isGone = false;
    home
      .house()
      .then(({ house }) => house.workspace.disclosures(runId, { withhold }))
      .then(
        (made) => !isGone && setReport(made ?? "unread"),
        () => !isGone && setReport("unread"),
      );
    return () => {
      isGone = true;
    };
  }, [home, runId, withhold]);
  return report;
}
