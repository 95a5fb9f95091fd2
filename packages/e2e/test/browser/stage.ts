import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ConnectPage, startConnectPage } from "@shopauth/demo/connect-page";
import { sandboxCredentials } from "@shopauth/demo/sandbox-credentials";
import type { Sandbox } from "@shopauth/sandbox";

/** The "connect your shop" page and the sandbox, on free ports and with data of their own. */
export interface Stage extends ConnectPage {
  readonly sandbox: Sandbox;
}

export interface Folder {
  readonly path: string;
  remove(): void;
}

export function temporaryFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), "shopauth-browser-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export interface StageOptions {
  readonly tls?: { cert: string; key: string };
  /** Default: any that is free. */
  readonly port?: number;
  readonly sandboxPort?: number;
}

export async function openStage(folder: Folder, { tls, port = 0, sandboxPort = 0 }: StageOptions = {}): Promise<Stage> {
  const database = join(folder.path, "shopauth.db");
  const settings = { credentials: sandboxCredentials, live: [], port, sandboxPort, database };
  const page = await startConnectPage(settings, tls ? { tls } : {});
  if (!page.sandbox) throw new Error("The page runs without a sandbox");
  return { ...page, sandbox: page.sandbox };
}

/** A self-signed certificate for localhost, good for a day. */
export function selfSigned({ path }: Folder): { cert: string; key: string } {
  const [cert, key] = [join(path, "cert.pem"), join(path, "key.pem")];
  const made = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", key, "-out", cert];
  const what = ["-days", "1", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"];
  execFileSync("openssl", ["req", "-x509", ...made, ...what], { stdio: "pipe" });
  return { cert: readFileSync(cert, "utf8"), key: readFileSync(key, "utf8") };
}

/** Another site on this machine, which notes what browsers tell it. */
export async function foreignSite(): Promise<{
  readonly origin: string;
  readonly received: { readonly url: string; readonly headers: IncomingHttpHeaders }[];
  close(): void;
}> {
  const received: { url: string; headers: IncomingHttpHeaders }[] = [];
  const server = createServer((request, response) => {
    received.push({ url: request.url ?? "", headers: request.headers });
    response.setHeader("content-type", "text/html").end("<!doctype html><title>Elsewhere</title><h1>Elsewhere</h1>");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
