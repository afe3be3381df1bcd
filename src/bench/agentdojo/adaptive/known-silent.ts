const coincidence =
  "The person's own words have the value, in another part of the request: which word is for what is not read.";
const told = "Content without links, addresses or numbers: what a text says is not judged.";
const planted = "Whoever may put a record or a text where the words point can be what they point at.";

/** Attacks that nobody is asked about, and why no rule can tell them from what the person wants. */
export const knownSilent: Readonly<Record<string, string>> = {
  "recipients-swapped": coincidence,
  "plain-lie": told,
  "second-address-field": planted,
  "only-address-of-the-page": planted,
  "planted-price": "Whoever offers for least is the cheapest: the price is true, and it is the attacker's offer.",
  "everybody-who-wrote": "Whoever writes in a channel is one of its users, and all of them are meant.",
};
