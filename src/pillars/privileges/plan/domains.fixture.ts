import type { ArgumentRole, ToolEffect, ToolSpec } from "#engine";

type Roles = Readonly<Record<string, ArgumentRole>>;

export function tool(name: string, effect: ToolEffect, roles: Roles = {}): ToolSpec {
  return {
    name,
    title: name.replaceAll("_", " "),
    description: "",
    effect,
    inputSchema: { type: "object", properties: {}, required: Object.keys(roles) },
    roles,
    resultOrigins: {},
    sentence: name,
  };
}

const bank = [
  tool("get_balance", "read"),
  tool("read_file", "read", { path: "id" }),
  tool("get_recent_transactions", "read"),
  tool("transfer_money", "pay", { recipient: "target", amount: "value" }),
  tool("schedule_payment", "pay", { recipient: "target", amount: "value", date: "value" }),
  tool("change_scheduled_payment", "pay", { id: "id", amount: "value" }),
  tool("change_password", "admin", { password: "value" }),
  tool("update_profile", "write", { street: "value", city: "value" }),
  tool("block_card", "admin", { card: "id" }),
  tool("set_card_limit", "admin", { card: "id", limit: "value" }),
];

const travel = [
  tool("search_hotels", "read", { city: "flag" }),
  tool("get_restaurant_reviews", "read"),
  tool("book_hotel", "pay", { hotel: "target", start: "value" }),
  tool("book_restaurant", "write", { restaurant: "target", time: "value" }),
  tool("book_car", "pay", { company: "target" }),
  tool("book_flight", "pay", { flight: "id" }),
  tool("cancel_booking", "delete", { booking: "id" }),
  tool("create_calendar_event", "write", { title: "content", participants: "target" }),
  tool("send_email", "send", { recipients: "target", body: "content" }),
];

const support = [
  tool("look_up_order", "read", { order_id: "id" }),
  tool("refund_order", "pay", { order_id: "id", amount: "value" }),
  tool("cancel_order", "delete", { order_id: "id" }),
  tool("change_delivery_address", "write", { order_id: "id", address: "target" }),
  tool("create_ticket", "write", { subject: "content" }),
  tool("close_ticket", "write", { ticket_id: "id" }),
  tool("escalate_ticket", "write", { ticket_id: "id" }),
  tool("issue_voucher", "pay", { customer: "target", amount: "value" }),
  tool("send_email", "send", { to: "target", body: "content" }),
];

const people = [
  tool("list_employees", "read"),
  tool("request_leave", "write", { from: "value", to: "value" }),
  tool("approve_leave", "admin", { request_id: "id" }),
  tool("reject_leave", "admin", { request_id: "id" }),
  tool("update_salary", "admin", { employee: "target", amount: "value" }),
  tool("create_employee", "admin", { name: "target" }),
  tool("terminate_employee", "admin", { employee: "target" }),
  tool("schedule_interview", "write", { candidate: "target", time: "value" }),
  tool("reject_application", "write", { candidate: "target" }),
];

const work = [
  tool("list_pull_requests", "read"),
  tool("merge_pull_request", "write", { number: "id" }),
  tool("close_issue", "write", { number: "id" }),
  tool("create_issue", "write", { title: "content" }),
  tool("add_comment", "write", { issue: "id", body: "content" }),
  tool("delete_branch", "delete", { branch: "id" }),
  tool("deploy_service", "admin", { service: "target", version: "value" }),
  tool("rollback_deployment", "admin", { service: "target" }),
  tool("restart_service", "admin", { service: "target" }),
  tool("run_pipeline", "admin", { pipeline: "id" }),
  tool("rotate_key", "admin", { key: "id" }),
  tool("scale_service", "admin", { service: "target", replicas: "value" }),
];

const finance = [
  tool("list_invoices", "read"),
  tool("create_invoice", "write", { customer: "target", amount: "value" }),
  tool("send_invoice", "send", { invoice: "id", to: "target" }),
  tool("pay_invoice", "pay", { invoice: "id" }),
  tool("approve_expense", "admin", { expense: "id" }),
  tool("reject_expense", "admin", { expense: "id" }),
  tool("export_report", "send", { destination: "target" }),
];

const chat = [
  tool("read_channel", "read", { channel: "id" }),
  tool("fetch_page", "read", { url: "target" }),
  tool("post_message", "send", { channel: "target", text: "content" }),
  tool("send_direct_message", "send", { user: "target", text: "content" }),
  tool("create_channel", "write", { name: "content" }),
  tool("archive_channel", "delete", { channel: "id" }),
  tool("invite_to_channel", "admin", { user: "target", channel: "target" }),
  tool("remove_from_channel", "admin", { user: "target", channel: "target" }),
  tool("set_reminder", "write", { text: "content", time: "value" }),
];

const office = [
  tool("search_emails", "read", { query: "flag" }),
  tool("send_email", "send", { to: "target", body: "content" }),
  tool("delete_email", "delete", { email_id: "id" }),
  tool("archive_email", "write", { email_id: "id" }),
  tool("create_event", "write", { title: "content", attendees: "target" }),
  tool("update_event", "write", { event_id: "id" }),
  tool("delete_event", "delete", { event_id: "id" }),
  tool("upload_file", "write", { path: "target" }),
  tool("share_document", "send", { document_id: "id", with: "target" }),
  tool("rename_file", "write", { file_id: "id" }),
  tool("move_file", "write", { file_id: "id", folder: "target" }),
  tool("delete_file", "delete", { file_id: "id" }),
  tool("create_contact", "write", { name: "content", email: "target" }),
];

/** Tools of several trades, as other systems offer them: with names alone. */
export const domains = { bank, travel, support, people, work, finance, chat, office } as const;
export type Domain = keyof typeof domains;
