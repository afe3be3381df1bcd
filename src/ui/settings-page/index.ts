/** Settings at work: models and their keys, appearance, storage, about. */
export { SettingsScreen } from "./settings-screen.tsx";
