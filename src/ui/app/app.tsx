import { Suspense } from "react";
import { Route, Router, Switch } from "wouter";

import { ToastHost } from "#ui/kit";
import { MessagesProvider } from "../messages/index.ts";
import type { Messages } from "../messages/index.ts";
import { CommandKey } from "../command-palette/index.ts";
import { FaultBoundary } from "./fault-boundary.tsx";
import { useHashAddress, useHashSearch } from "./hash-address.ts";
import { MissingPage } from "./missing-page.tsx";
import { Reminders } from "./reminders.tsx";
import { routes } from "./routes.ts";

/** The whole interface: words, pages, notices. */
export function App({ messages }: { messages: Messages }) {
  return (
    <MessagesProvider messages={messages}>
      <FaultBoundary>
        <Suspense>
          <Router hook={useHashAddress} searchHook={useHashSearch}>
            <Switch>
              {routes.map(({ path, page }) => (
                <Route key={path} path={path} component={page} />
              ))}
              <Route component={MissingPage} />
            </Switch>
            <CommandKey />
            <Reminders />
          </Router>
        </Suspense>
      </FaultBoundary>
      <ToastHost />
    </MessagesProvider>
  );
}
