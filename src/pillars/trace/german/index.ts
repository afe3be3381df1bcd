/** What the verifier says, in German, for the pages that show it. Apart from the verifier, so that nobody else loads it. */
export { germanNote } from "./notes.ts";
export { germanSentences } from "./sentences.ts";
