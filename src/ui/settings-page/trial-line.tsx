import { Icon } from "#ui/kit";
import type { SettingsWords } from "../messages/settings/index.ts";
import type { Trial } from "./use-trial.ts";

/** What a test of a connection came to, in one sentence. */
export function TrialLine({ trial, t }: { trial: Trial; t: SettingsWords }) {
  const { isRunning, verdict } = trial;
  if (!isRunning && verdict === undefined) return <p role="status" hidden />;
  return (
    <p role="status" className="trial row g8">
      {isRunning ? (
        <Icon name="hourglass" size={14} />
      ) : (
        <Icon
          name={verdict?.ok === true ? "check" : "triangle-alert"}
          size={14}
          tone={verdict?.ok === true ? "pass" : "stop"}
        />
      )}
      <span className="wrap-anywhere">{isRunning ? t.testing : verdict?.message}</span>
    </p>
  );
}
