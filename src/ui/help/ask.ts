/** Told to whoever shows the help; the one who asks may stand in another page. */
const asked = new EventTarget();

export function askForHelp(): void {
  asked.dispatchEvent(new Event("help"));
}

export function onHelpAsked(listener: () => void): () => void {
  asked.addEventListener("help", listener);
  return () => asked.removeEventListener("help", listener);
}
