/** Words of the tool by which an agent writes code. Fetched with its settings. */
const en = {
  title: "What it does",
  about: "The agent writes a piece of code, and the house runs it in the sandbox with the agent's other tools.",
  read: "A person reads each piece of code and decides before it runs.",
  unread: "Nobody reads the code before it runs. An approval gate on this tool would ask a person each time.",
};

export type AgentCodeWords = typeof en;

const de: AgentCodeWords = {
  title: "Was es tut",
  about: "Der Agent schreibt ein Stück Code, und es läuft in der Sandbox mit den anderen Werkzeugen des Agenten.",
  read: "Ein Mensch liest jedes Stück Code und entscheidet, bevor es läuft.",
  unread: "Niemand liest den Code, bevor er läuft. Eine Freigabeschranke an diesem Werkzeug fragt jedes Mal jemanden.",
};

export function agentCodeWords(language: string): AgentCodeWords {
  return language.startsWith("de") ? de : en;
}
