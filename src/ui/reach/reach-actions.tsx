import { lazy, Suspense, useState } from "react";
import type { Flow } from "#engine";
import { Button, notify } from "#ui/kit";
import { useMessages } from "../messages/index.ts";

const SmallerRules = lazy(async () => ({ default: (await import("./smaller-rules.tsx")).SmallerRules }));

/** What can be done with the rules as a whole: make them smaller, or take them to another Cedar engine. */
export function ReachActions({ flow }: { flow: Flow }) {
  const t = useMessages().edit;
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="row g8 wrap">
      <Button size="sm" icon="history" haspopup="dialog" onPress={() => setOpen(true)}>
        {t.smaller.title}
      </Button>
      <Button
        size="sm"
        icon="download"
        onPress={() =>
          void import("./save-cedar.ts")
            .then(({ saveCedar }) => saveCedar(flow))
            .then(
              (name) => notify({ text: t.reach.saved(name) }),
              () => notify({ signal: "stop", text: t.reach.failed }),
            )
        }
      >
        {t.reach.download}
      </Button>
      {isOpen && (
        <Suspense>
          <SmallerRules onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}
