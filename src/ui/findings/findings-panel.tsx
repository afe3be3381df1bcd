import { Badge, Button, EmptyState, Icon, IconButton } from "#ui/kit";
import type { IconName } from "#ui/kit";
import { useMessages } from "../messages/index.ts";

export type FindingItem = {
  id: string;
  severity: "stop" | "ask";
  title: string;
  message: string;
  /** The one-press repair, in its own words: "Add a firewall". */
  repair?: { label: string; icon: IconName };
  /** Another way: "Show the path", "Other rule", "Leave as it is". */
  other?: string;
};

export type FindingsPanelProps = {
  findings: readonly FindingItem[];
  /** What was checked and is fine, as sentences. */
  checked: readonly string[];
  selected?: string | undefined;
  onSelect: (id: string) => void;
  onRepair: (id: string) => void;
  onOther: (id: string) => void;
  onRepairAll: () => void;
  /** Given where the changes can be looked at before they are made. */
  onShowChanges?: () => void;
  /** Given where the panel stands beside the canvas and can be closed. */
  onClose?: () => void;
};

/** What keeps the flow from running, what to consider, and what is fine. */
export function FindingsPanel(props: FindingsPanelProps) {
  const t = useMessages();
  const { findings, checked, onClose } = props;
  const stops = findings.filter(({ severity }) => severity === "stop").length;
  const asks = findings.length - stops;
  const repairable = findings.filter(({ repair, severity }) => repair && severity === "stop").length;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must be reachable by keyboard
    <section className="findings" aria-label={t.findings.title} tabIndex={0}>
      <header>
        <div className="row">
          <h2 className="grow">{t.findings.title}</h2>
          {onClose && <IconButton icon="x" label={t.kit.close} onPress={onClose} />}
        </div>
        {findings.length > 0 && (
          <p className="t2">{stops > 0 ? t.findings.summary(stops, asks) : t.findings.consider(asks)}</p>
        )}
        {repairable > 1 && (
          <div className="row g8">
            <Button icon="wrench" onPress={props.onRepairAll}>
              {t.findings.repairAll(repairable)}
            </Button>
            {props.onShowChanges && (
              <Button variant="ghost" onPress={props.onShowChanges}>
                {t.findings.showChanges}
              </Button>
            )}
          </div>
        )}
      </header>
      {findings.length === 0 && (
        <EmptyState icon="shield-check" tone="pass" title={t.findings.clean} text={t.findings.cleanText} />
      )}
      <ol className="finding-list">
        {findings.map((finding, at) => (
          <Finding key={finding.id} {...props} finding={finding} number={at + 1} />
        ))}
      </ol>
      {checked.length > 0 && (
        <div className="checked">
          <h3 className="label">{t.findings.checkedAndFine}</h3>
          <ul>
            {checked.map((sentence) => (
              <li key={sentence}>
                <Icon name="check" size={14} tone="pass" />
                {sentence}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

type FindingProps = FindingsPanelProps & { finding: FindingItem; number: number };

function Finding({ finding, number, selected, onSelect, onRepair, onOther }: FindingProps) {
  const t = useMessages().findings;
  const { id, severity, title, message, repair, other } = finding;
  const isSelected = id === selected;
  return (
    <li className={isSelected ? `fd ${severity} on` : `fd ${severity}`}>
      <button
        type="button"
        className="fd-title"
        aria-current={isSelected ? "true" : undefined}
        onClick={() => onSelect(id)}
      >
        <Badge solid tone={severity} count={number} label={t.severity[severity]} />
        <b>{title}</b>
      </button>
      <p className="t2">{message}</p>
      <div className="row g8 wrap">
        {repair && (
          <Button
            size="sm"
            icon={repair.icon}
            variant={isSelected ? "primary" : "default"}
            onPress={() => onRepair(id)}
          >
            {repair.label}
          </Button>
        )}
        {other && (
          <Button size="sm" variant="ghost" onPress={() => onOther(id)}>
            {other}
          </Button>
        )}
      </div>
    </li>
  );
}
