import type { JsonObject, ToolSpec } from "#engine";
import { inferred } from "../specs.ts";

const text = { type: "string" };
const number = { type: "number" };
const flag = { type: "boolean" };
const texts = { type: "array", items: text };

/** Mail, chat, files, calendar, payments, customers, memory and web of a business, as another system would announce them. */
const announced: readonly (readonly [
  name: string,
  description: string,
  required: JsonObject,
  optional?: JsonObject,
])[] = [
  ["search_emails", "Searches the mailbox.", { query: text }],
  ["read_email", "Reads one email.", { email_id: text }],
  [
    "send_email",
    "Sends an email.",
    { recipients: texts, subject: text, body: text },
    { cc: texts, bcc: texts, reply_to: text },
  ],
  ["forward_email", "Forwards an email to somebody.", { email_id: text, recipient: text }],
  ["delete_email", "Deletes an email.", { email_id: text }],
  ["list_channels", "Lists the channels.", {}],
  ["read_channel_messages", "Reads the messages of a channel.", { channel: text }],
  ["send_channel_message", "Sends a message to a channel.", { channel: text, body: text }],
  ["send_direct_message", "Sends a direct message to a user.", { recipient: text, body: text }],
  ["invite_user", "Invites a user to the workspace.", { user: text, user_email: text }],
  ["search_files", "Searches files by name.", { query: text }],
  ["list_files", "Lists all files.", {}],
  ["read_file", "Reads a file.", { file_id: text }],
  ["create_file", "Creates a file.", { filename: text, content: text }],
  ["share_file", "Shares a file with somebody.", { file_id: text, email: text }, { permission: text }],
  ["delete_file", "Deletes a file.", { file_id: text }],
  ["search_events", "Searches the calendar.", { query: text }],
  [
    "create_event",
    "Creates a calendar event.",
    { title: text, start_time: text, end_time: text },
    { participants: texts, description: text },
  ],
  ["reschedule_event", "Moves a calendar event.", { event_id: text, new_start_time: text, new_end_time: text }],
  ["cancel_event", "Cancels a calendar event.", { event_id: text }],
  ["search_invoices", "Searches the invoices.", { query: text }],
  ["get_invoice", "Gets one invoice.", { invoice_id: text }],
  [
    "send_money",
    "Transfers money.",
    { recipient: text, amount: number, date: text },
    { subject: text, currency: text },
  ],
  ["search_customers", "Searches the customers.", { query: text }],
  ["get_customer", "Gets a customer's record.", { customer_id: text }],
  [
    "update_customer",
    "Updates a customer's record.",
    { customer_id: text },
    { email: text, phone: text, fields: { type: "object" } },
  ],
  ["refund_order", "Refunds an order.", { order_id: text, amount: number }, { full: flag }],
  ["search_hotels", "Searches hotels.", { city: text }],
  ["reserve_hotel", "Books a hotel.", { hotel: text, start_date: text, end_date: text }],
  ["recall_memory", "Recalls what was remembered.", { query: text }],
  ["search_knowledge", "Searches the knowledge base.", { query: text }],
  ["get_webpage", "Fetches a web page.", { url: text }],
];

/** Roles and origins are inferred: nobody has told the house about these tools. */
export const attackedTools: readonly ToolSpec[] = announced.map(([name, description, required, optional = {}]) => {
  const inputSchema = {
    type: "object",
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
  };
  const title = name.replaceAll("_", " ");
  return {
    name,
    title,
    description,
    inputSchema,
    sentence: title,
    resultOrigins: {},
    infersOrigins: true,
    ...inferred({ name, description, inputSchema }),
  };
});
