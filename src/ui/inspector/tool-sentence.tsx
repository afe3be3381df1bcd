import type { DrawnNode } from "#engine";
import { specSentence } from "#pillars/privileges";
import { Button, Section } from "#ui/kit";
import { storedLanguage } from "../app/language.ts";
import { useEditor } from "../editor-page/editor-context.tsx";
import { useMessages } from "../messages/index.ts";
import type { GovernedTool } from "./tools-of.ts";

/** What a tool does and which of its arguments decide what; where that was read off the tool, the way to correct it. */
export function ToolSentence({ tool: { spec, node } }: { tool: GovernedTool }) {
  const t = useMessages().edit.tool;
  const { session } = useEditor();
  return (
    <>
      <p className="small t2 tool-about">{specSentence(spec, storedLanguage())}</p>
      {spec.infersOrigins === true && (
        <span className="tool-about">
          <Button size="sm" icon="pen-line" onPress={() => session.select([node.node.id])}>
            {t.correct(spec.title)}
          </Button>
        </span>
      )}
    </>
  );
}

/** The same in the settings of a tool that says itself what it does. */
export function ToolSentences({ drawn }: { drawn: DrawnNode }) {
  const t = useMessages().edit.tool;
  return (
    <Section title={t.does}>
      {drawn.definition.toolsFor(drawn.config).map((spec) => (
        <p key={spec.name} className="tool-sentence">
          {specSentence(spec, storedLanguage())}
        </p>
      ))}
    </Section>
  );
}
