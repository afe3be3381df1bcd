import { Suspense } from "react";
import { Route, Router, Switch } from "wouter";
import { useHashLocation } from "wouter/use-hash-location";
import { ToastHost } from "#ui/kit";
import { MessagesProvider } from "../messages/index.ts";
import type { Messages } from "../messages/index.ts";
import { CommandKey } from "../command-palette/index.ts";
import { FaultBoundary } from "./fault-boundary.tsx";
import { MissingPage } from "./missing-page.tsx";
import { routes } from "./routes.ts";

/** The whole interface: words, pages, notices. */
export function App({ messages }: { messages: Messages }) {
  return (
    <MessagesProvider messages={messages}>
      <FaultBoundary>
        <Suspense>
          <Router hook={useHashLocation}>
            <Switch>
              {routes.map(({ path, page }) => (
                <Route key={path} path={path} component={page} />
              ))}
              <Route component={MissingPage} />
            </Switch>
            <CommandKey />
          </Router>
        </Suspense>
      </FaultBoundary>
      <ToastHost />
    </MessagesProvider>
  );
}
