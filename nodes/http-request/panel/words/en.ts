import type { ArgumentRole, ToolEffect } from "#engine";
import type { Fields } from "../localised.ts";

/** The schema's own words are these already. */
const fields: Fields = {};

const effects: Readonly<Record<ToolEffect, string>> = {
  read: "Reads",
  write: "Changes or adds",
  send: "Sends to somebody",
  pay: "Pays or orders",
  delete: "Deletes or cancels",
  admin: "Changes rights or how things run",
};

const roles: Readonly<Record<ArgumentRole, string>> = {
  target: "Who or where",
  id: "Which one",
  value: "How much or when",
  content: "Text that is passed on",
  flag: "A choice that decides nothing",
};

/** The panel's words. */
export const en = {
  fields,
  call: "The call",
  does: "What it does, as Gatehouse reads it",
  doesText:
    "Read off name, description, method and arguments. What is not clear counts as the stricter one. Correct what is wrong: rules, approvals and checks go by it.",
  effect: "Effect",
  effects,
  role: (argument: string) => `What ${argument} decides`,
  roles,
  asRead: (what: string) => `As read: ${what}`,
  guessed: "Not sure, so the stricter one.",
  corrected: "Set by you.",
  reset: "Take everything as read",
  changeReset: "Take a tool as read",
  key: {
    title: "Key",
    about: "Stays on this device: not in the flow, in traces or in exports. It is sent to this host and to no other.",
    use: "Send a key",
    name: "Name",
    header: "Sent as",
    prefix: "In front of it",
    value: "Key",
    keep: "Keep it",
    keeps: { device: "On this device", tab: "In this tab only" },
    save: "Keep this key",
    remove: "Remove key",
    state: {
      none: "No key has been entered for this host yet.",
      device: "A key for this host is kept on this device.",
      tab: "A key for this host is kept until this tab is closed.",
      failed: "The key could not be kept.",
    },
    noAddress: "Write the address first: a key belongs to one host.",
  },
  proof: {
    title: "Signed permission",
    use: "Send a signed permission",
    useHint: "Lets the service check that this very call was allowed. Some refuse headers that they do not know.",
    about:
      "With verify-grant.js in front of your tool, it answers only calls that were allowed here, each once. It needs this public key.",
    save: "Save public key",
    script: "Save verify-grant.js",
    file: "gatehouse-keys.json",
  },
  more: "More",
};

export type PanelWords = typeof en;
