import { Dialog, Kbd } from "#ui/kit";
import { helpWords } from "../messages/help/index.ts";
import "./help.css";

/** The keys of every page, and what the words mean, with the exact term beside the plain one. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  const t = helpWords();
  return (
    <Dialog title={t.title} size="full" isOpen onClose={onClose}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a text that scrolls must be reachable by keyboard */}
      <div className="help" role="region" aria-label={t.title} tabIndex={0}>
        <section aria-label={t.keys}>
          {t.groups.map(({ title, keys }) => (
            <div key={title} className="help-group">
              <h3 className="label">{title}</h3>
              <dl className="help-keys">
                {keys.map(({ keys: pressed, does }) => (
                  <div key={does}>
                    <dt>
                      {pressed.map((key) => (
                        <Kbd key={key}>{key}</Kbd>
                      ))}
                    </dt>
                    <dd>{does}</dd>
                  </div>
                ))}
              </dl>
            </div>
          ))}
        </section>
        <section aria-label={t.words}>
          <h3 className="label">{t.words}</h3>
          <dl className="help-words">
            {t.terms.map(({ word, means, exact }) => (
              <div key={word}>
                <dt>{word}</dt>
                <dd>{means}</dd>
                <dd className="small t2">{`${t.exactly}: ${exact}`}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  );
}
