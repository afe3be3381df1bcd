import { useState } from "react";
import { presetOf, presets, withPreset } from "#pillars/firewall";
import type { Preset } from "#pillars/firewall";
import { Button, Select } from "#ui/kit";
import { changesTo } from "./changes.ts";
import type { Check } from "./settings.ts";
import type { PanelWords } from "./words/index.ts";

export type PresetChoiceProps = {
  checks: readonly Check[];
  words: PanelWords;
  /** Puts all of a preset's settings in force, as one change. */
  onUse: (guards: ReturnType<typeof withPreset>, title: string) => void;
};

const custom = "custom";

/** What the settings are made for. Another choice first shows what it would change. */
export function PresetChoice({ checks, words, onUse }: PresetChoiceProps) {
  const t = words.presets;
  const [wanted, setWanted] = useState<Preset>();
  const guards = Object.fromEntries(checks.map(({ id, setting }) => [id, setting]));
  const current = presetOf(guards);
  const shown = wanted ?? current;
  const choose = (id: string) => {
    const found = presets.find((each) => each.id === id);
    setWanted(found === current ? undefined : found);
  };
  const use = (preset: Preset) => {
    onUse(withPreset(guards, preset), namesOf(preset, words).title);
    setWanted(undefined);
  };
  return (
    <div className="preset">
      <Select
        label={t.label}
        value={shown?.id ?? custom}
        options={[
          ...presets.map((each) => ({ value: each.id, label: namesOf(each, words).title })),
          ...(current === undefined ? [{ value: custom, label: t.custom }] : []),
        ]}
        onChange={choose}
      />
      <p className="small t2">{shown === undefined ? t.customPurpose : namesOf(shown, words).purpose}</p>
      {wanted && (
        <Preview
          preset={wanted}
          guards={withPreset(guards, wanted)}
          {...{ checks, words }}
          onUse={() => use(wanted)}
          onLeave={() => setWanted(undefined)}
        />
      )}
    </div>
  );
}

type PreviewProps = Pick<PresetChoiceProps, "checks" | "words"> & {
  preset: Preset;
  guards: ReturnType<typeof withPreset>;
  onUse: () => void;
  onLeave: () => void;
};

function Preview({ preset, guards, checks, words, onUse, onLeave }: PreviewProps) {
  const t = words.presets;
  const { title } = namesOf(preset, words);
  return (
    <div className="preset-preview" role="region" aria-label={t.changes(title)}>
      <p className="small w6">{t.changes(title)}</p>
      <ul className="small">
        {changesTo(guards, checks, words).map(({ check, fields }) => (
          <li key={check}>
            <b className="w5">{check}</b>
            {fields.map(({ name, what }) => (
              <p key={name} className="t2">
                {name}: {what}
              </p>
            ))}
          </li>
        ))}
      </ul>
      <p className="small t3">{t.kept}</p>
      <div className="row g8">
        <Button size="sm" variant="primary" onPress={onUse}>
          {t.use}
        </Button>
        <Button size="sm" variant="ghost" onPress={onLeave}>
          {t.leave}
        </Button>
      </div>
    </div>
  );
}

function namesOf(preset: Preset, words: PanelWords): { readonly title: string; readonly purpose: string } {
  return words.presets.named[preset.id] ?? preset;
}
