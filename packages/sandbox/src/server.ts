import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { Hono } from "hono";
import { platformUrl } from "./address.ts";
import { FAULTS, type Fault, type Faults } from "./faults.ts";
import { refusedAtGate } from "./gate.ts";
import { messagePage } from "./pages/consent.ts";
import { inspectorPage, inspectorScript, logFragment } from "./pages/inspector.ts";
import { respond, seeOther } from "./pages/respond.ts";
import { startPage } from "./pages/start.ts";
import type { SandboxPlatform } from "./platforms/platform.ts";
import type { Traffic } from "./traffic.ts";

export interface ServerInput {
  readonly platforms: readonly SandboxPlatform[];
  readonly faults: Faults;
  readonly traffic: Traffic;
  readonly answer: (request: Request) => Promise<Response>;
  /** Known once the server listens. */
  readonly port: () => number;
}

/** The sandbox's own pages at fixed paths, and the platforms behind `/<host>/<path>`. */
export function createServer({
  platforms,
  faults,
  traffic,
  answer,
  port,
}: ServerInput): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();

  app.use(async (context, next) => {
    const { raw } = context.req;
    const refused = refusedAtGate(raw, port());
    if (!refused) return next();
    const page = messagePage({ title: "Not let in", text: refused.text });
    return respond(page, { status: refused.status });
  });
  app.get("/", () => respond(startPage({ origin: `http://127.0.0.1:${port()}`, platforms })));
  app.get("/inspector", () => respond(inspectorPage({ platforms, traffic, faults }), { script: inspectorScript }));
  app.get("/inspector/log", () => respond(logFragment({ platforms, traffic })));
  app.post("/inspector/faults", async (context) => {
    const form = await context.req.raw.formData().catch(() => new FormData());
    const platform = platforms.find(({ id }) => id === form.get("platform"));
    if (!platform || !act(platform, String(form.get("fault")), faults)) {
      return respond(messagePage({ title: "Unknown fault", text: "The form names a platform and a fault." }), {
        status: 400,
      });
    }
    return seeOther("/inspector");
  });
  app.all("*", async (context) => {
    const { raw } = context.req;
    const { pathname, search } = new URL(raw.url);
    const url = platformUrl(pathname);
    if (!url) {
      const text = "Paths begin with the host of a platform, such as /api.shopmy.us/.";
      return respond(messagePage({ title: "Nothing here", text }), { status: 404 });
    }
    url.search = search;
    const headers = new Headers(raw.headers);
    headers.delete("host");
    const body = raw.method === "GET" || raw.method === "HEAD" ? null : await raw.arrayBuffer();
    const response = await answer(
      new Request(url, { method: raw.method, headers, body: body?.byteLength ? body : null }),
    );
    if (response.type !== "error") return response;
    context.env.incoming.socket.destroy();
    return RESPONSE_ALREADY_SENT;
  });
  app.onError((error) => {
    console.error(error);
    return respond(messagePage({ title: "The sandbox failed", text: error.message }), { status: 500 });
  });
  return app;
}

function act(platform: SandboxPlatform, name: string, faults: Faults): boolean {
  const on = faults[platform.id];
  if (name === "revoke") platform.revoke();
  else if (name === "reset") {
    platform.mock.reset();
    on.clear();
  } else if (name === "expire" && platform.expire) platform.expire();
  else if (FAULTS.includes(name as Fault)) {
    if (!on.delete(name as Fault)) on.add(name as Fault);
  } else return false;
  return true;
}
