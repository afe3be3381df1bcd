import "./without-eval.ts";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { loadMessages } from "../messages/index.ts";
import { App } from "./app.tsx";
import { HomeContext } from "./home-context.tsx";
import { createHome } from "./home.ts";
import { storedLanguage } from "./language.ts";
import { keepForOffline } from "../offline/index.ts";
import { followTheme } from "./theme.ts";
import "./app.css";

const root = document.querySelector("#root");
if (!root) throw new Error("The page has no #root.");

followTheme();
const language = storedLanguage();
document.documentElement.lang = language;
const messages = await loadMessages(language);
createRoot(root).render(
  <StrictMode>
    <HomeContext value={createHome()}>
      <App messages={messages} />
    </HomeContext>
  </StrictMode>,
);
keepForOffline();
