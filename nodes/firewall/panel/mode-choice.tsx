import { Segmented } from "#ui/kit";
import type { FirewallPolicy } from "#pillars/firewall";
import type { PanelWords } from "./words/index.ts";

type Mode = FirewallPolicy["mode"];

const modes = ["observe", "warn", "enforce"] as const satisfies readonly Mode[];

/** From looking on to acting, with what each means. */
export function ModeChoice({
  mode,
  words,
  onChange,
}: {
  mode: Mode;
  words: PanelWords;
  onChange: (mode: Mode) => void;
}) {
  const t = words.mode;
  return (
    <div className="mode-choice">
      <Segmented
        wide
        label={t.label}
        value={mode}
        options={modes.map((value) => ({ value, label: t.names[value] }))}
        onChange={onChange}
      />
      <p className="small t2">{t.says[mode]}</p>
    </div>
  );
}
