import { createContext, use } from "react";
import type { ReactNode } from "react";
import { KitWordsProvider } from "#ui/kit";
import { en } from "./en.ts";
import type { Messages } from "./en.ts";

const MessagesContext = createContext<Messages>(en);

/** Gives every component below it, the kit included, the catalogue of one language. */
export function MessagesProvider({ messages, children }: { messages: Messages; children: ReactNode }) {
  return (
    <MessagesContext value={messages}>
      <KitWordsProvider words={messages.kit}>{children}</KitWordsProvider>
    </MessagesContext>
  );
}

/** The words of the current language: `const t = useMessages(); t.approvals.deny`. */
export function useMessages(): Messages {
  return use(MessagesContext);
}
