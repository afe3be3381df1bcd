/** One person does not become two by capitals, spaces or wide letters. */
export function spelled(name: string): string {
  return name.normalize("NFKC").trim().toLowerCase();
}
