import { z } from "zod";

/** What a role of a speaker or an approver may be called. */
export const roleName = z.string().min(1).max(60);

/** Stands for every role, both of speakers and of approvers. */
export const anyone = "anyone";
