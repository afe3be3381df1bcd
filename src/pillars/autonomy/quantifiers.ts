/** Words that mean every one of them, as the source of a pattern for folded text. */
export const every =
  "(?:all|every|each|alle[nr]?|jede[rsnm]?|tous|toutes|chaque|todos|todas|cada|tutti|tutte|ogni|elke?)";
