/** What is wrong with the files of a model, for the person who brought them. */
export class Unusable extends Error {
  override readonly name = "Unusable";
}
