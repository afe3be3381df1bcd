import type { Template } from "../template.ts";
import { drawing } from "./drawing.ts";
import { samples } from "./samples.ts";

export const financeReport: Template = { ...drawing, flow: { ...drawing.flow, samples } };
