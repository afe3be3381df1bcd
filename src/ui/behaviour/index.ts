/** Many runs at once: how they ended, and what another drawing would have made of them. Fetched with the first of its pages. */
export { BehaviourScreen } from "./behaviour-screen.tsx";
export { WhatIfScreen } from "./what-if-screen.tsx";
