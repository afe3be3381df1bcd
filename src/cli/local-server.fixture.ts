import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";

/** A service that answers every request with the same JSON, and tells the test of each. */
export async function serveJson(body: string, onRequest: (request: IncomingMessage) => void) {
  const server = createServer((request, response) => {
    onRequest(request);
    response.writeHead(200, { "content-type": "application/json" });
    response.end(body);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
