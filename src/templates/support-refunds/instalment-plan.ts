/**
 * What the Code step runs: splits an amount to the cent. It sets no upper limit of its own, so that a message can ask for
 * more than any machine has; the sandbox's time and memory end it.
 */
export const instalmentPlan = `const amount = /(\\d+(?:\\.\\d{1,2})?)\\s*(?:EUR|euros?|€)/i.exec(input);
const parts = /(\\d+)\\s*(?:monthly\\s*)?instal+ments?/i.exec(input);
if (!amount || !parts || Number(parts[1]) < 1) {
  return "Tell me the amount and the number of instalments, like this: split 480 EUR into 6 instalments.";
}
const cents = Math.round(Number(amount[1]) * 100);
const count = Number(parts[1]);
const base = Math.floor(cents / count);
const plan = [];
for (let month = 1; month <= count; month += 1) {
  const share = month <= cents - base * count ? base + 1 : base;
  plan.push(month + ". month: " + (share / 100).toFixed(2) + " EUR");
}
return "Your plan without interest:\\n" + plan.join("\\n");`;
