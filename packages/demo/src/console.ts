import type { Connection } from "@shopauth/core";
import type { Context, Hono } from "hono";
import type { CallLog } from "./call-log.ts";
import { FieldError, makeCall } from "./console-call.ts";
import { operationsOf } from "./operations.ts";
import { OWNER } from "./owner.ts";
import { consolePage } from "./pages/console.ts";
import type { Page } from "./pages/layout.ts";
import { ABOUT } from "./platforms.ts";
import type { PlatformId, Shops } from "./shops.ts";

export interface ConsoleParts {
  readonly shops: Shops;
  readonly calls: CallLog;
  readonly connectionOf: (c: Context) => Promise<Connection | undefined>;
  readonly notFound: (c: Context) => Response | Promise<Response>;
  readonly show: (c: Context, page: Page, status?: number) => Response | Promise<Response>;
}

/** The call console's routes. */
export function addConsole(app: Hono, { shops, calls, connectionOf, notFound, show }: ConsoleParts): void {
  const page = (connection: Connection, body: Page["body"]): Page => ({
    title: `Call ${connection.account}`,
    at: "shops",
    wide: true,
    body,
  });

  app.get("/shops/:platform/:account", async (c) => {
    const connection = await connectionOf(c);
    if (!connection) return notFound(c);
    const operations = await operationsOf(connection.platform as PlatformId);
    const wanted = c.req.query("operation");
    const { firstCall } = ABOUT[connection.platform as PlatformId];
    const operation = operations.find(({ id, method, path }) =>
      wanted === undefined ? method === "GET" && path === firstCall : id === wanted,
    );
    if (!operation) return notFound(c);
    return show(c, page(connection, consolePage({ connection, operations, operation })));
  });

  app.post("/shops/:platform/:account/:operation", async (c) => {
    const connection = await connectionOf(c);
    if (!connection) return notFound(c);
    const platform = connection.platform as PlatformId;
    const { account } = connection;
    const operations = await operationsOf(platform);
    const operation = operations.find(({ id }) => id === c.req.param("operation"));
    if (!operation) return notFound(c);
    const form = await c.req.parseBody();
    const typed = Object.fromEntries(Object.entries(form).map(([name, value]) => [name, String(value)]));
    const common = { connection, operations, operation, typed };
    try {
      const result = await makeCall(shops, { platform, account, owner: OWNER }, operation, typed);
      const last = result.requests.at(-1);
      if (last) {
        const { method, path } = operation;
        calls.put(platform, account, {
          at: Date.now(),
          method,
          path,
          status: last.answer?.status ?? 0,
          took: last.took,
        });
      }
      return show(c, page(connection, consolePage({ ...common, result })));
    } catch (error) {
      if (!(error instanceof FieldError)) throw error;
      const wrong = { field: error.field, message: error.message };
      return show(c, page(connection, consolePage({ ...common, wrong })), 400);
    }
  });
}
