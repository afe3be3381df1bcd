/** Words of code that came from elsewhere. Fetched with a step that has some. */
export const en = {
  fromFile: "From a file",
  banner: "This code came with a file. Read it, then adopt it.",
  until: "Until then it does not run.",
  mayUse: (tools: string) => `It would run in the sandbox, with no network and no files. Of tools it may use ${tools}.`,
  mayUseNone: "It would run in the sandbox, with no network, no files and no tools.",
  read: "Read the code",
  title: (step: string) => `Code of “${step}”`,
  bound: "Adopting counts for exactly this text. If a file brings other code, you are asked again.",
  cancel: "Not now",
  adopt: "Adopt this code",
  adopted: (step: string) => `You adopted the code of ${step}. It may run now.`,
  notStored: "This could not be stored, so the code does not run.",
};

export type AdoptionWords = typeof en;
