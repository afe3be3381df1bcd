/** The wires that bring one table each, in the order of the card. */
export const tablePorts = ["first", "second", "third", "fourth"] as const;
