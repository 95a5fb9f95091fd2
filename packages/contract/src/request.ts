import { checkBody } from "./body.ts";
import type { Operation } from "./operation.ts";
import { checkParameters } from "./parameters.ts";
import type { Schemas } from "./schemas.ts";

/** What a request breaks of its operation; reads the body of the request it is given. */
export async function checkRequest(operation: Operation, request: Request, schemas: Schemas): Promise<string[]> {
  const problems = checkParameters(operation, new URL(request.url), request.headers, schemas);
  const { requestBody } = operation;
  const empty = request.body === null || (await request.clone().arrayBuffer()).byteLength === 0;
  if (empty) {
    if (requestBody?.required) problems.push("body is missing");
  } else if (!requestBody) problems.push("body is sent, but none is declared");
  else problems.push(...(await checkBody(request, requestBody.content, schemas)).map((line) => `body: ${line}`));
  return problems.map((line) => `request ${line}`);
}
