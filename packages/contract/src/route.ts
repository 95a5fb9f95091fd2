import type { Server } from "./document.ts";

/** A server and a path joined, as a pattern over `origin + pathname`. */
export interface Route {
  pattern: RegExp;
  /** Names of the path's own parameters, in the order of the pattern's groups. */
  names: string[];
  /** One figure a segment: 2 literal, 1 partly, 0 a parameter; literal segments win over parameters. */
  rank: number[];
}

const quote = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

export function createRoute(server: Server, path: string): Route {
  const names: string[] = [];
  const base = server.url.replace(/\/$/, "");
  const serverPattern = base.replace(/\{([^}]+)\}|[^{]+/g, (text, name?: string) => {
    if (name === undefined) return quote(text);
    const choices = server.variables?.[name]?.enum;
    return choices ? `(?:${choices.map(quote).join("|")})` : "[^/?#]+";
  });
  const pathPattern = path.replace(/\{([^}]+)\}|[^{]+/g, (text, name?: string) => {
    if (name === undefined) return quote(text);
    names.push(name);
    return "([^/]+)";
  });
  const whole = `${base.replace(/^[a-z]+:\/\//, "")}${path}`;
  return {
    pattern: new RegExp(`^${serverPattern}${pathPattern}$`),
    names,
    rank: whole.split("/").map((segment) => (/^\{[^}]+\}$/.test(segment) ? 0 : segment.includes("{") ? 1 : 2)),
  };
}

/** Negative when `a` is the more literal of two routes that match the same URL. */
export function compareRoutes(a: Route, b: Route): number {
  for (let index = 0; index < Math.max(a.rank.length, b.rank.length); index++) {
    const difference = (b.rank[index] ?? 0) - (a.rank[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
