import type { Flow } from "#engine";
import { Button, EmptyState } from "#ui/kit";
import { useMessages } from "../messages/index.ts";
import { pageWords } from "./words.ts";

export type Sample = Flow["samples"][number];
const guardrails = ["privileges", "autonomy", "firewall", "sandbox", "trace"] as const;

export interface SampleGroup {
  readonly title: string;
  readonly samples: readonly Sample[];
}

/** Questions first, then what shows each guardrail, attacks after what they attack. */
export function groupSamples(samples: readonly Sample[]): readonly SampleGroup[] {
  const { chat } = pageWords();
  const groups = [
    { title: chat.plain, samples: samples.filter(({ guardrail }) => guardrail === undefined) },
    ...guardrails.map((each) => ({
      title: chat.guardrail[each],
      samples: samples
        .filter(({ guardrail }) => guardrail === each)
        .sort((a, b) => Number(a.attack) - Number(b.attack)),
    })),
  ];
  return groups.filter((group) => group.samples.length > 0);
}

type StartersProps = { samples: readonly Sample[]; onSend: (text: string) => void };

/** Before the first message: what one can say, by what it shows. */
export function Starters({ samples, onSend }: StartersProps) {
  const t = useMessages().chat;
  if (samples.length === 0) return <EmptyState icon="message-circle" tone="talk" title={t.empty} text={t.emptyText} />;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard
    <div className="starters" role="region" aria-label={t.samples} tabIndex={0}>
      {groupSamples(samples).map((group) => (
        <section key={group.title}>
          <h3 className="label">{group.title}</h3>
          <ul>
            {group.samples.map((sample) => (
              <li key={sample.title}>
                <Button
                  size="sm"
                  icon={sample.attack ? "zap" : "message-circle"}
                  {...(sample.attack && { iconTone: "stop" as const })}
                  onPress={() => onSend(sample.text)}
                >
                  {sample.title}
                  {sample.attack && <span className="sr-only"> ({pageWords().chat.attack})</span>}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
