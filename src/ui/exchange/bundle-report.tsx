import { Button, Dialog, Icon, Pill } from "#ui/kit";
import { storedLanguage } from "../app/language.ts";
import { exchangeWords } from "../messages/exchange/index.ts";
import type { OpenedFile } from "./open-file.ts";

export type BundleReportProps = {
  opened: Extract<OpenedFile, { kind: "bundle" }>;
  onLook: () => void;
  onClose: () => void;
};

const signals = { FAILED: "stop", "SELF-CONSISTENT": "ask", VERIFIED: "pass", "VERIFIED+ANCHORED": "sealed" } as const;

/** What the check of a piece of evidence found, in words, and the way to its flow. */
export function BundleReport({ opened, onLook, onClose }: BundleReportProps) {
  const t = exchangeWords(storedLanguage());
  const { report, flow, problem } = opened;
  const footer = (
    <>
      <Button onPress={onClose}>{t.close}</Button>
      {flow !== undefined && (
        <Button variant="primary" onPress={onLook}>
          {t.lookAtFlow}
        </Button>
      )}
    </>
  );
  const refusal = flow === undefined ? (problem ?? t.notOpenedFlow) : t.onlyFlow;
  return (
    <Dialog title={t.bundleTitle} isOpen onClose={onClose} footer={footer}>
      <div className="col g12">
        <div>
          <Pill signal={signals[report.verdict]}>{t.verdict[report.verdict]}</Pill>
        </div>
        <p>{report.verdict === "FAILED" ? t.fault(report) : t.verdictText[report.verdict](report.events)}</p>
        <p className="t2">
          {t.events(report.events)}. {t.state[report.state]} {report.step !== undefined && t.step(report.step)}
          {report.part !== undefined && t.part(report.part)}
        </p>
        {report.notes.map(({ step, message }) => (
          <p key={`${step} ${message}`} className="row g8 small">
            <Icon name="triangle-alert" size={14} tone="ask" /> <span>{t.note(message)}</span>
          </p>
        ))}
        <p className="row g8 t2">
          <Icon name="info" size={14} /> <span>{refusal}</span>
        </p>
      </div>
    </Dialog>
  );
}
