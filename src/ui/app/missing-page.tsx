import { EmptyState } from "#ui/kit";
import { useMessages } from "../messages/index.ts";

/** An address that leads nowhere. */
export function MissingPage() {
  const t = useMessages().nav;
  return (
    <EmptyState
      icon="circle-help"
      title={t.missingTitle}
      text={t.missingText}
      actions={
        <a className="btn" href="#/library">
          {t.toLibrary}
        </a>
      }
    />
  );
}
