import { Checkbox, Phrase, type Words } from "#ui/kit";
import { useMessages } from "../messages/index.ts";
import type { ApprovalRequest, SourcePlace } from "./approval.ts";
import { ArgumentRows } from "./argument-rows.tsx";

export type AlikeCallsProps = {
  calls: readonly Pick<ApprovalRequest, "id" | "sentence" | "arguments">[];
  /** Ids of those that get the same decision. */
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
  onSource?: (id: string, place: SourcePlace) => void;
};

/** Further calls of the same tool that wait for the same reason. Each is shown whole, and each is decided on its own. */
export function AlikeCalls({ calls, chosen, onChoose, onSource }: AlikeCallsProps) {
  const t = useMessages().approvals;
  const toggle = (id: string, isOn: boolean) =>
    onChoose(new Set(isOn ? [...chosen, id] : [...chosen].filter((each) => each !== id)));
  return (
    <section className="alike">
      <h2 className="label">{t.alike(calls.length)}</h2>
      <p className="small t2">{t.alikeHint}</p>
      <ul>
        {calls.map(({ id, sentence, arguments: rows }) => (
          <li key={id}>
            <div className="alike-head">
              <p>
                <Phrase words={sentence} />
              </p>
              <Checkbox
                label={t.sameDecision}
                name={`${t.sameDecision}: ${plain(sentence)}`}
                checked={chosen.has(id)}
                onChange={(isOn) => toggle(id, isOn)}
              />
            </div>
            <ArgumentRows rows={rows} onSource={onSource && ((place) => onSource(id, place))} />
          </li>
        ))}
      </ul>
      {/* Below the list: a line that comes above it would move the next box away from under the pointer. */}
      {chosen.size > 0 && (
        <p className="small w5" role="status">
          {t.onceEach(chosen.size)}
        </p>
      )}
    </section>
  );
}

function plain(words: Words): string {
  return [words]
    .flat()
    .map((word) => (typeof word === "string" ? word : "bold" in word ? word.bold : ""))
    .join("");
}
