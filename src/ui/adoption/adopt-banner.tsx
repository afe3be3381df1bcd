import { useState } from "react";
import type { DrawnNode } from "#engine";
import type { CodeText } from "#hosts/workspace";
import { Button, Chip, Dialog, notify, Section } from "#ui/kit";
import { useHome } from "../app/home-context.tsx";
import { storedLanguage } from "../app/language.ts";
import { useEditor, useFlow } from "../editor-page/editor-context.tsx";
import { adoptionWords } from "../messages/adoption/index.ts";
import { attachedTo } from "../inspector/tools-of.ts";
import { adopt } from "./adopted-code.ts";
import { useForeignCode } from "./use-foreign-code.ts";

/** Says of a step's code that it came with a file, and lets a person read and adopt it. Nothing where the code is their own. */
export function AdoptBanner({ drawn }: { drawn: DrawnNode }) {
  const language = storedLanguage();
  const t = adoptionWords(language);
  const foreign = useForeignCode(drawn);
  const mayUse = useMayUse(drawn, language);
  const [isReading, setReading] = useState(false);
  if (foreign === undefined || foreign === null) return null;
  return (
    <Section>
      <div className="own-finding" role="group" aria-label={t.banner}>
        <Chip origin="outside">{t.fromFile}</Chip>
        <p className="w6">{t.banner}</p>
        <p className="t2 small">
          {t.until} {mayUse}
        </p>
        <Button icon="book-open" onPress={() => setReading(true)} haspopup="dialog" expanded={isReading}>
          {t.read}
        </Button>
      </div>
      {isReading && <Reading {...{ drawn, foreign, mayUse }} onClose={() => setReading(false)} />}
    </Section>
  );
}

/** The same above the code in its editor, where it is read. Nothing is tried there before it is adopted. */
export function AdoptNotice({ drawn, foreign }: { drawn: DrawnNode; foreign: CodeText }) {
  const language = storedLanguage();
  const t = adoptionWords(language);
  const mayUse = useMayUse(drawn, language);
  const take = useTake(drawn, foreign);
  return (
    <div className="adopt-notice" role="group" aria-label={t.banner}>
      <Chip origin="outside">{t.fromFile}</Chip>
      <p className="grow">
        <b className="w6">{t.banner}</b> {t.until} {mayUse}
      </p>
      <Button size="sm" onPress={take}>
        {t.adopt}
      </Button>
    </div>
  );
}

type ReadingProps = { drawn: DrawnNode; foreign: CodeText; mayUse: string; onClose: () => void };

function Reading({ drawn, foreign, mayUse, onClose }: ReadingProps) {
  const t = adoptionWords(storedLanguage());
  const take = useTake(drawn, foreign);
  const takeAndClose = () => {
    take();
    onClose();
  };
  const footer = (
    <>
      <Button onPress={onClose}>{t.cancel}</Button>
      <Button variant="primary" onPress={takeAndClose}>
        {t.adopt}
      </Button>
    </>
  );
  return (
    <Dialog title={t.title(drawn.title)} isOpen size="wide" onClose={onClose} footer={footer}>
      <div className="grow">
        <p>{mayUse}</p>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must be reachable by keyboard */}
        <pre className="code-preview foreign-code" role="region" aria-label={t.title(drawn.title)} tabIndex={0}>
          {foreign.source}
        </pre>
        <p className="t2 small">{t.bound}</p>
      </div>
    </Dialog>
  );
}

/** What a person does who stands behind the code. */
function useTake(drawn: DrawnNode, foreign: CodeText): () => void {
  const t = adoptionWords(storedLanguage());
  const { trust } = useHome();
  const { registry } = useEditor();
  const flow = useFlow();
  return () =>
    void adopt(trust, flow, foreign, registry).then(
      () => void notify({ text: t.adopted(drawn.title), signal: "pass" }),
      () => void notify({ text: t.notStored, signal: "stop" }),
    );
}

function useMayUse({ node }: DrawnNode, language: string): string {
  const t = adoptionWords(storedLanguage());
  const { registry } = useEditor();
  const { tools, reach } = attachedTo(useFlow(), node.id, registry);
  const usable = tools.filter(({ name }) => reach.get(name) !== "never");
  const titles = [...new Set(usable.map(({ title }) => title))];
  return titles.length === 0 ? t.mayUseNone : t.mayUse(new Intl.ListFormat(language).format(titles));
}
