#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { type CommonOptions, type Connection, isShopAuthError, ShopAuthError, sandbox } from "@shopauth/core";
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { PLATFORMS, type PlatformId } from "./platforms/platform.ts";
import { connect, OWNER, openBrowser } from "./shopauth-connect.ts";
import { describe, EXIT, exitCode, plain, printable, UsageError, withProgress } from "./shopauth-output.ts";
import {
  type AnyPlatform,
  COMMAND_PLATFORMS,
  type CommandPlatform,
  readCommandScopes,
  readCredentials,
} from "./shopauth-platforms.ts";
import { openLocalStore } from "./shopauth-store.ts";

interface Shared {
  readonly json?: boolean;
  readonly sandbox?: string;
}

const NO_FLOW = "http://127.0.0.1:3000/";
const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/** Everything a command needs of one platform; the flow's address is asked for only where there is a flow. */
async function openPlatform(id: PlatformId, { sandbox: origin }: Shared) {
  const command = COMMAND_PLATFORMS[id];
  const found = await readCredentials(command, process.env, origin !== undefined);
  if ("missing" in found) throw new UsageError(`${id} needs the environment variables ${found.missing.join(", ")}`);
  const { store, secret } = await openLocalStore(process.env, origin !== undefined);
  const create = (redirectUri: string, scopes = readCommandScopes(command, [])): AnyPlatform => {
    const common: CommonOptions = { redirectUri, secrets: [secret], store, [sandbox]: origin };
    return command.create(found.credentials, scopes, common);
  };
  return { command, create };
}

function say(json: boolean | undefined, value: unknown, line: string): void {
  process.stdout.write(`${json ? printable(value) : line}\n`);
}

/** Scopes that a line shows; Shoprenter's apps have dozens. `--json` has them all. */
const SHOWN = 6;

function scopeText(scopes: readonly string[]): string {
  const more = scopes.length - SHOWN;
  return plain(scopes.slice(0, SHOWN).join(",")) + (more > 0 ? ` and ${more} more` : "");
}

const line = ({ platform, account, status, expiresAt, scopes }: Connection): string =>
  [
    platform,
    plain(account),
    status,
    expiresAt === undefined ? "permanent" : `until ${new Date(expiresAt).toISOString()}`,
    scopeText(scopes ?? []),
  ]
    .join("\t")
    .trimEnd();

async function runConnect(
  id: PlatformId,
  named: string | undefined,
  options: Shared & { redirectUri?: URL; scope: string[]; browser: boolean; timeout: number },
): Promise<void> {
  const { command, create } = await openPlatform(id, options);
  const account = named ?? command.account;
  const target = targetOf(id, command, account);
  const scopes = readCommandScopes(command, options.scope);
  // Refuses a name that no account can have, before it becomes part of an address.
  if (account !== undefined) create(NO_FLOW).client(account);
  const redirectUri = options.redirectUri ?? new URL(`http://127.0.0.1:${command.registers ? 3000 : 0}/callback/${id}`);
  const admin = command.admin && new URL(command.admin(account!));
  const connection = await connect({
    redirectUri,
    open: (uri) => create(uri, scopes),
    target,
    ...(admin && {
      install: {
        admin: (redirect: string) =>
          options.sandbox === undefined
            ? admin.href
            : `${options.sandbox}/${admin.host}${admin.pathname}?${new URLSearchParams({ redirect_uri: redirect })}`,
        shop: account!.toLowerCase(),
      },
    }),
    timeout: options.timeout * 1000,
    ready(url) {
      process.stderr.write(`Open this address in your browser${admin ? " and install the app" : ""}:\n${url}\n`);
      const callback = command.registers ? ` at ${redirectUri.href}, which has to be registered with ${id}` : "";
      process.stderr.write(`Waiting for the merchant${callback}…\n`);
      if (options.browser) openBrowser(url);
    },
  });
  say(options.json, connection, `Connected ${line(connection)}`);
}

function targetOf(id: PlatformId, { target }: CommandPlatform, account: string | undefined): Record<string, string> {
  if (target === undefined) {
    if (account !== undefined) throw new UsageError(`${id} takes no account: the merchant chooses it`);
    return {};
  }
  if (account === undefined) throw new UsageError(`${id} needs the ${target}'s name`);
  return { [target]: account };
}

async function runCall(
  id: PlatformId,
  account: string,
  method: string,
  path: string,
  options: Shared & { query: [string, string][]; data?: unknown },
): Promise<void> {
  if (!path.startsWith("/")) throw new UsageError("The path begins with /");
  const { create } = await openPlatform(id, options);
  const platform = create(NO_FLOW);
  const client = platform.client(account, { owner: OWNER });
  const send = client[method];
  if (!send) throw new UsageError(`${id} has no ${method}`);
  const query: Record<string, string | string[]> = {};
  for (const [name, value] of options.query) query[name] = name in query ? [query[name]!, value].flat() : value;
  const body = options.data === undefined ? {} : { body: options.data };
  const rejected = async (): Promise<boolean> => (await platform.connection(account))?.status === "rejected";
  const sent = send(path, { params: { query }, ...body }).catch(async (error: unknown) => {
    if (!isShopAuthError(error) || error.code !== "renewal_failed" || !(await rejected())) throw error;
    const { message, status, said } = error;
    throw new ShopAuthError("reauthorization_required", message, { platform: id, account, status, said });
  });
  const { data, error, response } = await withProgress(`${method} ${path}`, sent);
  const answer = response.ok ? data : error;
  const text = typeof answer === "string" ? plain(answer) : printable(answer, 2);
  say(options.json, { status: response.status, body: answer ?? null }, answer === undefined ? "" : text);
  if (!response.ok || error !== undefined) {
    const dead = response.status === 401 && (await rejected());
    process.stderr.write(`${id} answered ${response.status}\n${dead ? `${reconnect(id, account)}\n` : ""}`);
    process.exitCode = dead ? EXIT.notConnected : EXIT.refused;
  }
}

async function runList(only: PlatformId | undefined, options: Shared): Promise<void> {
  const found: Connection[] = [];
  const unset: string[] = [];
  for (const id of only === undefined ? PLATFORMS : [only]) {
    const credentials = await readCredentials(COMMAND_PLATFORMS[id], process.env, options.sandbox !== undefined);
    if ("missing" in credentials) {
      unset.push(`${id} (${credentials.missing.join(", ")})`);
      continue;
    }
    const { create } = await openPlatform(id, options);
    for await (const connection of create(NO_FLOW).connections({ owner: OWNER })) found.push(connection);
  }
  if (unset.length > 0) process.stderr.write(`Left out, as their variables are not set: ${unset.join("; ")}\n`);
  if (unset.length === (only === undefined ? PLATFORMS.length : 1)) process.exitCode = EXIT.usage;
  if (options.json) say(true, found, "");
  else if (found.length > 0) for (const connection of found) say(false, undefined, line(connection));
  else if (process.exitCode === undefined) process.stderr.write("Nothing connected yet\n");
}

/** How a connection that is missing or dead is had. */
function reconnect(id: PlatformId, account: string): string {
  return `Connect it: shopauth connect ${id}${COMMAND_PLATFORMS[id].target === undefined ? "" : ` ${plain(account)}`}`;
}

async function runDisconnect(id: PlatformId, account: string, options: Shared): Promise<void> {
  const { create } = await openPlatform(id, options);
  const platform = create(NO_FLOW);
  const connection = await platform.connection(account);
  if (!connection) throw new ShopAuthError("not_connected", "There is no such connection", { platform: id, account });
  await platform.disconnect(account);
  say(options.json, { platform: id, account: connection.account }, `Disconnected ${id}\t${plain(connection.account)}`);
}

function readUrl(text: string): URL {
  if (!URL.canParse(text)) throw new InvalidArgumentError("Not a URL.");
  return new URL(text);
}

function readPair(text: string, before: [string, string][]): [string, string][] {
  const at = text.indexOf("=");
  if (at < 1) throw new InvalidArgumentError("Write name=value.");
  return [...before, [text.slice(0, at), text.slice(at + 1)]];
}

function readJson(text: string): unknown {
  const file = text === "-" ? 0 : text.startsWith("@") ? text.slice(1) : undefined;
  let source = text;
  try {
    if (file !== undefined) source = readFileSync(file, "utf8");
  } catch (error) {
    throw new InvalidArgumentError(
      `Cannot read ${file === 0 ? "standard input" : file}: ${(error as NodeJS.ErrnoException).code}.`,
    );
  }
  try {
    return JSON.parse(source);
  } catch {
    throw new InvalidArgumentError("Not JSON.");
  }
}

function readSeconds(text: string): number {
  const seconds = Number(text);
  if (!(seconds >= 1 && seconds <= 600)) throw new InvalidArgumentError("1 to 600 seconds.");
  return seconds;
}

const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
  version: string;
};
const program = new Command("shopauth")
  .description("Connect shops on ShopMy, StoreHippo, Shoprenter and Shoporama, and call their APIs")
  .version(version)
  .exitOverride()
  // An empty variable is one that is not set.
  .hook("preAction", (_, action) => {
    if (action.getOptionValue("sandbox") === "") action.setOptionValue("sandbox", undefined);
  })
  .showSuggestionAfterError()
  .addHelpText(
    "after",
    `\nExit codes: 0 done, 1 refused, 2 usage, 3 not connected, 4 denied by the merchant, 5 not reached in time.
Registrations come from the environment:
${PLATFORMS.map((id) => `  ${id.padEnd(11)}${Object.values(COMMAND_PLATFORMS[id].variables).join(" ")}`).join("\n")}`,
  );

const platform = () => new Argument("<platform>", "which platform").choices(PLATFORMS);
const shared = (name: string, about: string): Command =>
  program
    .command(name)
    .description(about)
    .option("--json", "print JSON")
    .addOption(new Option("--sandbox <url>", "a running sandbox instead of the platform").env("SHOPAUTH_SANDBOX"));

shared("connect", "ask a merchant's permission in the browser, and keep the credential sealed")
  .addArgument(platform())
  .argument("[account]", "the store or shop; your own name for a ShopMy creator")
  .addOption(
    new Option(
      "--redirect-uri <url>",
      "loopback address as registered; default http://127.0.0.1:3000/callback/<platform>",
    )
      .env("SHOPAUTH_REDIRECT_URI")
      .argParser(readUrl),
  )
  .option("--scope <scope...>", "ask for these", [])
  .option("--timeout <seconds>", "how long the merchant may take", readSeconds, 300)
  .option("--no-browser", "only print the address")
  .action(runConnect);

shared("call", "send one request to a connected account's API")
  .addArgument(platform())
  .argument("<account>")
  .addArgument(new Argument("<method>").choices(METHODS).argParser((text: string) => methodOf(text)))
  .argument("<path>", "such as /entity/ms.products")
  .option("--query <name=value>", "may be repeated", readPair, [])
  .option("--data <json>", "the body; @file reads a file, - standard input", readJson)
  .action(runCall);

shared("list", "what is connected").addArgument(platform().argOptional()).action(runList);

shared("disconnect", "forget a credential; the platform's own token stays valid until the merchant removes it there")
  .addArgument(platform())
  .argument("<account>")
  .action(runDisconnect);

function methodOf(text: string): string {
  const method = text.toUpperCase();
  if (!METHODS.includes(method)) throw new InvalidArgumentError(`One of ${METHODS.join(", ")}.`);
  return method;
}

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
  else {
    const said = describe(error);
    if (isShopAuthError(error) && exitCode(error) === EXIT.notConnected && error.account !== undefined)
      said.hint = reconnect(error.platform as PlatformId, error.account);
    const wantsJson = process.argv.includes("--json");
    process.stderr.write(
      wantsJson ? `${printable({ error: said })}\n` : `${said.message}${said.hint ? `\n${said.hint}` : ""}\n`,
    );
    process.exitCode = exitCode(error);
  }
}
