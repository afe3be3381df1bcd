import { ReactFlowProvider } from "@xyflow/react";
import { AnatomyCards } from "./anatomy-cards.tsx";
import { AnatomyKit } from "./anatomy-kit.tsx";

/** Every state, port, wire, chip and control, in both themes side by side. */
export function Anatomy() {
  return (
    <main className="anatomy">
      {(["light", "dark"] as const).map((theme) => (
        <section key={theme} data-theme={theme} aria-label={theme}>
          <h1>{theme === "light" ? "Light" : "Dark"}</h1>
          <ReactFlowProvider>
            <AnatomyCards />
          </ReactFlowProvider>
          <AnatomyKit />
        </section>
      ))}
    </main>
  );
}
