import type { Connection } from "#providers";
import type { SettingsWords } from "../messages/settings/index.ts";

export type PresetId = keyof SettingsWords["presets"];

/** Where the providers that people ask for are, as they publish it. `other` leaves everything to the person. */
export const presets = {
  openai: { kind: "openai-compatible", baseURL: "https://api.openai.com/v1", example: "gpt-5-mini" },
  anthropic: { kind: "anthropic", baseURL: "https://api.anthropic.com/v1", example: "claude-sonnet-4-5" },
  openrouter: {
    kind: "openai-compatible",
    baseURL: "https://openrouter.ai/api/v1",
    example: "mistralai/mistral-small",
  },
  mistral: { kind: "openai-compatible", baseURL: "https://api.mistral.ai/v1", example: "mistral-small-latest" },
  ollama: { kind: "openai-compatible", baseURL: "http://localhost:11434/v1", example: "llama3.2" },
  lmstudio: { kind: "openai-compatible", baseURL: "http://localhost:1234/v1", example: "qwen3-8b" },
  other: { kind: "openai-compatible", baseURL: "", example: "" },
} as const satisfies Record<PresetId, { kind: Connection["kind"]; baseURL: string; example: string }>;

export const presetIds = [
  "openai",
  "anthropic",
  "openrouter",
  "mistral",
  "ollama",
  "lmstudio",
  "other",
] as const satisfies readonly PresetId[];
