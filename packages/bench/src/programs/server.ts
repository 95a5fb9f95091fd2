// An API on loopback that answers every authorised request with the same JSON; prints its port.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { JSON_TEXT } from "../answers.ts";

const server = createServer((request, response) => {
  const authorised = request.headers.authorization?.startsWith("Bearer ");
  response.writeHead(authorised ? 200 : 401, { "content-type": "application/json" });
  response.end(authorised ? JSON_TEXT : "{}");
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => console.log((server.address() as AddressInfo).port));
process.on("disconnect", () => process.exit());
