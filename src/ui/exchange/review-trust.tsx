import { useEffect, useState } from "react";
import type { Flow } from "#engine";
import { notify } from "#ui/kit";
import { useHome } from "../app/home-context.tsx";
import { storedLanguage } from "../app/language.ts";
import { exchangeWords } from "../messages/exchange/index.ts";
import { useMessages } from "../messages/index.ts";
import { TrustSheet } from "./trust-sheet.tsx";

/** The trust sheet of a flow that is stored already: allow more, or take it back. */
export function ReviewTrust({ flow, onClose }: { flow: Flow; onClose: () => void }) {
  const t = exchangeWords(storedLanguage());
  const { library } = useMessages();
  const { trust } = useHome();
  const [allowed, setAllowed] = useState<readonly string[]>();
  useEffect(() => {
    void trust.read(flow.id).then((record) => setAllowed(record?.allowed ?? []));
  }, [trust, flow.id]);
  const decide = (chosen: readonly string[]) => {
    trust.write(flow.id, { allowed: [...chosen] }).then(
      () => {
        onClose();
        void notify({ text: t.saved, signal: "pass" });
      },
      () => void notify({ text: library.notStored, signal: "stop" }),
    );
  };
  if (allowed === undefined) return null;
  return <TrustSheet flow={flow} allowed={allowed} action="save" onDecide={decide} onClose={onClose} />;
}
