import type { Template } from "../template.ts";
import { articles } from "./articles.ts";
import { drawing } from "./drawing.ts";
import { samples } from "./samples.ts";

export const supportRefunds: Template = { ...drawing, flow: { ...drawing.flow, documents: [...articles], samples } };
