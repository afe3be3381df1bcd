import { Icon } from "#ui/kit";
import { useMessages } from "../messages/index.ts";

export type SpeakerSelectProps = {
  /** People the builder may speak as: "Nora, customer". */
  speakers: readonly { id: string; name: string }[];
  speaker: string;
  onSpeaker: (id: string) => void;
};

/** Who is speaking in the playground; roles decide what they may read and ask for. */
export function SpeakerSelect({ speakers, speaker, onSpeaker }: SpeakerSelectProps) {
  const t = useMessages().editor;
  return (
    <label className="speaker">
      <Icon name="user-round" size={14} />
      <span>{t.speakingAs}</span>
      <select value={speaker} onChange={(event) => onSpeaker(event.target.value)}>
        {speakers.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <Icon name="chevron-down" size={12} />
    </label>
  );
}
