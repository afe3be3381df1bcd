import type { FlowDocument } from "#engine";

/** What the shop tells its customers. */
export const articles: readonly FlowDocument[] = [
  {
    id: "returns",
    title: "Returns",
    text: "Our return policy: you have 30 days from delivery to return an item. It must be unused, with its labels on. There is a return label in every parcel, and customer service makes you a new one. Returns within the European Union are free. We pay you back within five working days after the parcel reaches our warehouse.",
  },
  {
    id: "shipping",
    title: "Shipping and delivery",
    text: "Parcels leave our warehouse within one working day. Standard delivery takes two to four working days and costs 4.90 EUR; it is free from 60 EUR. Express delivery takes one working day and costs 9.90 EUR. We deliver to all countries of the European Union, to Norway and to Switzerland. You get a tracking link by e-mail when the parcel leaves.",
  },
  {
    id: "refunds",
    title: "Refunds",
    text: "Money always goes back to the card or account that paid the order. Card refunds take three to five working days, PayPal refunds one. Small amounts are paid back at once. A support lead looks at larger amounts first, usually within an hour.",
  },
  {
    id: "damaged-goods",
    title: "Damaged and wrong goods",
    text: "If something arrives broken or is not what you ordered, let us know within 14 days, with the order number and what is wrong. A photo helps, but is not needed. You can choose between your money back, a repair and a new item. Keep the packaging until the matter is settled; the carrier may want to see it.",
  },
  {
    id: "warranty",
    title: "Warranty",
    text: "Everything we sell has a warranty of two years. Tents, lamps and stoves have three years. The warranty covers faults of material and making, not wear, loss or damage by misuse. The invoice is your proof of purchase.",
  },
  {
    id: "payment",
    title: "Ways to pay",
    text: "You can pay by Visa, Mastercard, American Express, PayPal and bank transfer. We charge your card when the parcel leaves. From 100 EUR you can pay in instalments without interest.",
  },
  {
    id: "gift-cards",
    title: "Gift cards",
    text: "Gift cards come by e-mail and are valid for three years. You can use several in one order. They cannot be exchanged for cash, and what is left on a card stays on it.",
  },
  {
    id: "sizes",
    title: "Sizes",
    text: "Our shoes run half a size small: take half a size more than usual for trail shoes. Jackets and sweaters are true to size. You can exchange a size once for free; we need the order number and the size you want.",
  },
  {
    id: "invoices",
    title: "Invoices",
    text: "The invoice comes by e-mail when the parcel leaves. Companies can add a VAT number before they pay. We can change the address on an invoice for 14 days.",
  },
  {
    id: "contact",
    title: "Opening hours",
    text: "Our customer service is there Monday to Friday from 9:00 to 18:00 and Saturday from 10:00 to 14:00. Outside these hours a colleague answers on the next working day.",
  },
];
