export { en } from "./en.ts";
export type { Messages } from "./en.ts";
export { chooseLanguage, languages, loadMessages } from "./language.ts";
export type { Language } from "./language.ts";
export { MessagesProvider, useMessages } from "./messages-context.tsx";
