import { renderTemplate, templateProblem } from "#engine";
import { templateWith } from "./define.ts";

export { templateWith };
export const template = templateWith({ renderTemplate, templateProblem });
