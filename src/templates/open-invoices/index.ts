import type { Template } from "../template.ts";
import { drawing } from "./drawing.ts";
import { samples } from "./samples.ts";

export const openInvoices: Template = { ...drawing, flow: { ...drawing.flow, samples } };
