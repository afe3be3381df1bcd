import { argumentRole, argumentRoles, toolEffect, toolEffects } from "#engine";
import { toolSentence } from "#pillars/privileges";
import { Button, Section, Select } from "#ui/kit";
import type { PanelProps } from "#ui/kit";
import type { HttpRequestSettings } from "../settings.ts";
import type { foundOut } from "../tool.ts";
import type { PanelWords } from "./words/index.ts";

type RolesProps = Pick<PanelProps, "value" | "onChange" | "onReplace"> & {
  words: PanelWords;
  language: string;
  parsed: HttpRequestSettings;
  found: ReturnType<typeof foundOut>;
};

/** What a choice is called that follows whatever is read. */
const asRead = "as-read";

/** The tool in one sentence, and each part of it to correct. */
export function Roles({ words, language, parsed, found, value, onChange, onReplace }: RolesProps) {
  const { tool, inferred, judged } = found;
  const isCorrected = parsed.effect !== undefined || Object.keys(parsed.roles).length > 0;
  const hintOf = (isSet: boolean, isGuess: boolean) => (isSet ? words.corrected : isGuess ? words.guessed : undefined);
  return (
    <Section title={words.does}>
      <p className="tool-sentence" role="status">
        {toolSentence(judged, tool, language)}
      </p>
      <p className="small t2">{words.doesText}</p>
      <div className="form tool-about">
        <Select
          label={words.effect}
          value={parsed.effect ?? asRead}
          hint={hintOf(parsed.effect !== undefined, inferred.unsure.includes("effect"))}
          options={[
            { value: asRead, label: words.asRead(words.effects[inferred.effect]) },
            ...toolEffects.map((effect) => ({ value: effect, label: words.effects[effect] })),
          ]}
          onChange={(chosen) => onChange(["effect"], toolEffect.safeParse(chosen).data)}
        />
        {parsed.arguments.map(({ name }) => (
          <Select
            key={name}
            label={words.role(name)}
            value={parsed.roles[name] ?? asRead}
            hint={hintOf(parsed.roles[name] !== undefined, inferred.unsure.includes(name))}
            options={[
              { value: asRead, label: words.asRead(words.roles[inferred.roles[name] ?? "target"]) },
              ...argumentRoles.map((role) => ({ value: role, label: words.roles[role] })),
            ]}
            onChange={(chosen) => onChange(["roles", name], argumentRole.safeParse(chosen).data)}
          />
        ))}
        {isCorrected && (
          <span>
            <Button
              size="sm"
              icon="undo"
              onPress={() => {
                const { effect: _effect, roles: _roles, ...rest } = value;
                onReplace(rest, words.changeReset);
              }}
            >
              {words.reset}
            </Button>
          </span>
        )}
      </div>
    </Section>
  );
}
