export const httpMethods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
export type HttpMethod = (typeof httpMethods)[number];

/** Where a tool of another system lives and how it is asked. Written by the flow's author; no call can change any of it. */
export interface RemoteEndpoint {
  readonly method: HttpMethod;
  /** `https://shop.example/orders/{orderId}?view={view}`: arguments stand in the path and in values of the query only. */
  readonly address: string;
  /** Scheme, host and port of every call. */
  readonly origin: string;
  readonly headers: Readonly<Record<string, string>>;
  /** A key by its name. The value is put in where the request leaves, and only for this origin. */
  readonly secret?: { readonly name: string; readonly header: string; readonly prefix: string };
  readonly answer: "auto" | "json" | "text";
  readonly timeoutMs: number;
  readonly maxBytes: number;
  /** Each call carries its grant, signed. */
  readonly proves: boolean;
}

/** One request, exactly as it will be sent. */
export interface RemoteRequest {
  readonly method: HttpMethod;
  readonly url: string;
  /** Path and query of `url`: what the server sees. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What the monitor hands on for a remote tool's call. */
export interface RemoteCall {
  readonly endpoint: RemoteEndpoint;
  readonly request: RemoteRequest;
  /** The signed grant; it is sent and kept nowhere. */
  readonly token?: string;
}
