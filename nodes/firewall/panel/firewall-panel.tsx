import { useMemo } from "react";
import { firewallPolicy, type InspectContext, type Inspector } from "#pillars/firewall";
import { Section, TextArea } from "#ui/kit";
import type { PanelProps } from "#ui/kit";
import { InDoubt } from "./in-doubt.tsx";
import type { ModelFiles } from "./model-files.ts";
import { ModeChoice } from "./mode-choice.tsx";
import { PastChats } from "./past-chats.tsx";
import { PresetChoice } from "./preset-choice.tsx";
import type { RecordedChats } from "./recorded.ts";
import { CheckRow } from "./check-row.tsx";
import { checksOf } from "./settings.ts";
import { TryIt } from "./try-it.tsx";
import { panelWords } from "./words/index.ts";

export type FirewallPanelProps = PanelProps & {
  /** What the step around it knows: its instructions and its tools. */
  context: InspectContext;
  /** Where texts are inspected; fetched when the first one is. */
  inspector: () => Promise<Inspector>;
  /** The chats with this flow that are in the log. */
  recorded: RecordedChats;
  /** The files of transformers on this device; opened when a firewall has one. */
  modelFiles: () => Promise<ModelFiles>;
};

/** A Firewall's settings as sentences and sliders, with a box to try them. */
export function FirewallPanel(props: FirewallPanelProps) {
  const { schema, value, errors, widgets, onChange, onReplace, context, inspector, recorded, modelFiles } = props;
  const words = panelWords(props.language);
  const checks = useMemo(() => checksOf(schema, value, words), [schema, value, words]);
  const titles = useMemo(() => Object.fromEntries(checks.map(({ id, title }) => [id, title])), [checks]);
  const policy = useMemo(() => firewallPolicy.safeParse(value).data, [value]);
  const fallback = value["fallback"];
  return (
    <>
      <Section>
        <PresetChoice
          {...{ checks, words }}
          onUse={(guards, title) => onReplace({ ...value, guards }, words.presets.change(title))}
        />
      </Section>
      <Section title={words.mode.label}>
        <ModeChoice mode={policy?.mode ?? "enforce"} words={words} onChange={(mode) => onChange(["mode"], mode)} />
        <PastChats {...{ words, policy, recorded, inspector }} />
      </Section>
      <TryIt {...{ words, titles, policy, context, inspector }} />
      <Section title={words.checks}>
        <ul className="guard-rows">
          {checks.map((check) => (
            <CheckRow
              key={check.id}
              {...{ check, words, widgets }}
              errors={errorsIn(["guards", check.id], errors)}
              onChange={(path, next) => onChange(["guards", check.id, ...path], next)}
            />
          ))}
        </ul>
      </Section>
      <InDoubt
        {...{ schema, value, words, widgets, modelFiles, onChange }}
        errorsIn={(id) => errorsIn(["tiers", id], errors)}
      />
      <Section>
        <TextArea
          label={words.fallback}
          hint={words.fallbackHint}
          value={typeof fallback === "string" ? fallback : (policy?.fallback ?? "")}
          onChange={(text) => onChange(["fallback"], text)}
        />
      </Section>
    </>
  );
}

/** Errors about one check or tier, seen from inside its settings. */
function errorsIn(place: readonly [string, string], errors: PanelProps["errors"]): PanelProps["errors"] {
  return errors.flatMap(({ path: [group, id, ...rest], message }) =>
    group === place[0] && id === place[1] ? [{ path: rest, message }] : [],
  );
}
