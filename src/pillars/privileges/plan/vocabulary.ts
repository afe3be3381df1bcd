/** What people ask for, whatever the word and the language. `look` reads, `visit` reads what stands under an address. */
export type Action =
  | "look"
  | "visit"
  | "send"
  | "post"
  | "write"
  | "share"
  | "invite"
  | "add"
  | "append"
  | "remove"
  | "delete"
  | "cancel"
  | "create"
  | "reserve"
  | "order"
  | "pay"
  | "refund"
  | "schedule"
  | "reschedule"
  | "update"
  | "move"
  | "rename"
  | "copy"
  | "upload"
  | "submit"
  | "sign"
  | "record"
  | "approve"
  | "reject"
  | "assign"
  | "escalate"
  | "open"
  | "close"
  | "archive"
  | "block"
  | "unblock"
  | "reset"
  | "enable"
  | "disable"
  | "grant"
  | "revoke"
  | "subscribe"
  | "unsubscribe"
  | "extend"
  | "exchange"
  | "withdraw"
  | "deposit"
  | "charge"
  | "deploy"
  | "restart"
  | "start"
  | "stop"
  | "merge"
  | "revert"
  | "run"
  | "hire"
  | "dismiss"
  | "do";

/** What an action is about or goes to. */
export type Thing =
  | "email"
  | "message"
  | "channel"
  | "person"
  | "participant"
  | "event"
  | "calendar"
  | "reminder"
  | "task"
  | "file"
  | "folder"
  | "list"
  | "webpage"
  | "link"
  | "post"
  | "comment"
  | "money"
  | "payment"
  | "invoice"
  | "subscription"
  | "account"
  | "card"
  | "limit"
  | "password"
  | "address"
  | "profile"
  | "hotel"
  | "restaurant"
  | "car"
  | "flight"
  | "train"
  | "trip"
  | "order"
  | "product"
  | "ticket"
  | "repository"
  | "branch"
  | "pullRequest"
  | "release"
  | "server"
  | "pipeline"
  | "database"
  | "backup"
  | "key"
  | "leave"
  | "salary"
  | "contract"
  | "application"
  | "claim"
  | "customer"
  | "discount"
  | "permission"
  | "setting"
  | "device"
  | "record"
  | "booking"
  | "draft";

/** What a verb may say it is about (`mail:email`). */
export const verbThings: readonly Thing[] = [
  "email",
  "message",
  "post",
  "payment",
  "event",
  "money",
  "channel",
  "reminder",
  "draft",
  "comment",
  "invoice",
];

/**
 * One language. Lists are words separated by spaces: `call_off` is two words in a row, `call~off` two words with others
 * between, `invoice/invoices` one thing and several, `mail:email` a verb that says what it is about.
 */
export interface LanguageWords {
  /** Every noun is written with a capital, so that one behind an article is no name. */
  readonly hasCapitalNouns?: true;
  /** As a command. */
  readonly commands: Partial<Readonly<Record<Action, string>>>;
  /** As an infinitive, where that is another word. */
  readonly infinitives?: Partial<Readonly<Record<Action, string>>>;
  /** After "should be", "have ... ": sent, paid. */
  readonly participles?: Partial<Readonly<Record<Action, string>>>;
  /** As a noun: a refund, a reservation. */
  readonly deeds: Partial<Readonly<Record<Action, string>>>;
  readonly things: Partial<Readonly<Record<Thing, string>>>;
  readonly grammar: Readonly<Record<GrammarClass, string>>;
}

/** The small words that tell an order from a mention. */
export type GrammarClass =
  /** May stand before a command: please, then, also. */
  | "polite"
  /** please: what follows is an order wherever it stands. */
  | "please"
  /** and, then, or. */
  | "join"
  /** but: ends a negation. */
  | "turn"
  /** or: carries a negation on. */
  | "either"
  /** be: a participle after it says what shall be done. */
  | "passive"
  /** can, could, would: with "you" they ask. */
  | "modal"
  | "you"
  /** I, we, he: subjects that make a statement of what follows. */
  | "subject"
  /** I, we: of the subjects those who ask. */
  | "self"
  /** possible: makes a wish of a question. */
  | "possible"
  /** want, need, have: "to" after them asks. */
  | "want"
  /** want, need: a noun after them is asked for. */
  | "wish"
  /** make, get: they ask for what the noun after them says. */
  | "light"
  | "negation"
  /** Right behind the verb: no, nothing. */
  | "none"
  /** Anywhere behind the verb in its clause, where the language puts it there: nicht. */
  | "late"
  /** forget, hesitate: a negated one is no negation. */
  | "forget"
  /** says, asks: what follows are somebody else's words. */
  | "report"
  /** what, when, who. */
  | "ask"
  /** how, why, whether. */
  | "how"
  /** is, did: a question of fact when the sentence begins with it. */
  | "fact"
  /** to before a verb. */
  | "infinitive"
  | "article"
  /** it, them. */
  | "pronoun"
  /** there: to the place spoken of. */
  | "there"
  /** To, into: what follows is where it goes. */
  | "into"
  /** In, at, as: what follows is where it is or what it is to be. */
  | "at"
  /** For, with: what follows may be who it is for. */
  | "for"
  /** From, about: what follows only describes. */
  | "from"
  /** Of: what follows is the whole that this is a part of. */
  | "of"
  /** By, via: what follows is the means. */
  | "via"
  /** every, all: no number of uses. */
  | "every"
  /** month, week: "every month" is no number of things. */
  | "period"
  /** monthly */
  | "recurring"
  /** Nouns for words that will be sent, so that a colon after them begins a quotation. */
  | "content"
  /** Nouns for things to do, which may be delegated. */
  | "duty"
  /** Names that are nobody's: days and months. */
  | "calendarName";
