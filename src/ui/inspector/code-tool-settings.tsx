import { agentStops, LimitSliders, panelWords, Touches, type Attached } from "#nodes/code/panel";
import { Section } from "#ui/kit";
import type { PanelProps } from "#ui/kit";
import { agentCodeWords } from "../messages/agent-code/index.ts";

export type CodeToolSettingsProps = PanelProps & {
  /** What the agent has beside this tool. */
  attached: Attached;
  /** Whether a person decides on each piece of code. */
  isRead: boolean;
};

const limits = ["seconds", "megabytes", "calls"] as const;

/** The settings of the tool by which an agent writes code: who reads the code, what it may touch, and its limits. */
export function CodeToolSettings({ schema, value, attached, isRead, language, onChange }: CodeToolSettingsProps) {
  const t = agentCodeWords(language);
  const stood = (name: (typeof limits)[number]) => {
    const field = schema.properties?.[name];
    const usual = typeof field === "object" ? field.default : undefined;
    return Number(typeof value[name] === "number" ? value[name] : usual);
  };
  const bounds = { seconds: stood("seconds"), megabytes: stood("megabytes"), calls: stood("calls") };
  const words = panelWords(language);
  return (
    <>
      <Section title={t.title}>
        <p>{t.about}</p>
        <p className="t2">{isRead ? t.read : t.unread}</p>
      </Section>
      <Touches {...{ words, attached, bounds }} />
      <LimitSliders
        {...{ words, onChange }}
        limits={limits.map((name) => ({ name, value: bounds[name], stops: agentStops[name] }))}
      />
    </>
  );
}
