import type { Authorization } from "./authorization.ts";
import { readCookies, setCookie } from "./cookie.ts";
import { PREFETCH, ShopAuthError } from "./errors.ts";
import { assertRequest } from "./input.ts";
import type { BeginInput, CallbackResult } from "./shop-auth.ts";

const MAX_PENDING = 4;
/** Characters of all flows' cookies of a browser: servers and proxies refuse a header line of 8 KB. */
const MAX_COOKIES = 6_000;
const HEADERS = { "cache-control": "no-store", "referrer-policy": "no-referrer" };

/** A flow's two halves as a browser meets them. */
export interface Browser<Target> {
  begin(request: Request, input: Target & BeginInput): Promise<Response>;
  callback(request: Request, input: { owner?: string }): Promise<CallbackResult & { response: Response }>;
}

/**
 * Keeps each flow in a sealed cookie of its own, so that several tabs can be under way.
 * @param cookies.start what the flows' names begin with
 * @param cookies.ttl seconds
 */
export function createBrowser<Target>(
  { begin, finish }: Authorization<Target>,
  { start, ttl, secure }: { readonly start: string; readonly ttl: number; readonly secure: boolean },
): Browser<Target> {
  return {
    async begin(request, input) {
      assertRequest(request);
      const site = request.headers.get("sec-fetch-site");
      if (request.method === "POST" ? site === "cross-site" : request.method !== "GET" || site !== "same-origin")
        throw new ShopAuthError("invalid_request", "begin answers a POST, or a same-origin GET");
      const { url, flow, sealed } = await begin(input);
      const headers = new Headers({ ...HEADERS, location: url.href });
      headers.append("set-cookie", setCookie(start + flow.id, sealed, { maxAge: ttl, secure }));
      // The oldest go where there are too many.
      const pending = [...readCookies(request.headers.get("cookie"), start)].sort(([a], [b]) => (a < b ? 1 : -1));
      let size = sealed.length;
      for (const [index, [name, value]] of pending.entries()) {
        size += name.length + value.length;
        if (index >= MAX_PENDING - 1 || size > MAX_COOKIES)
          headers.append("set-cookie", setCookie(name, "", { maxAge: 0, secure }));
      }
      return new Response(null, { status: 303, headers });
    },
    async callback(request, { owner }) {
      assertRequest(request);
      const prefetch = /\bprefetch\b/i.test(request.headers.get("sec-purpose") ?? request.headers.get("purpose") ?? "");
      if (request.method !== "GET" || prefetch) throw new ShopAuthError("invalid_request", PREFETCH);
      const cookies = readCookies(request.headers.get("cookie"), start);
      const search = request.url.includes("?") ? request.url.slice(request.url.indexOf("?")).split("#")[0]! : "";
      const { returnTo, ...result } = await finish({ query: search, flow: [...cookies.values()], owner });
      const response = new Response(null, { status: 303, headers: { ...HEADERS, location: returnTo } });
      return { ...result, response };
    },
  };
}
