import { checkBody } from "./body.ts";
import { firstFit, meanings } from "./coerce.ts";
import { type Header, type OpenApiDocument, type ResponseObject, resolve } from "./document.ts";
import type { Operation } from "./operation.ts";
import type { Schemas } from "./schemas.ts";

/** What an answer breaks of its operation; reads the body of the response it is given. */
export async function checkResponse(
  document: OpenApiDocument,
  operation: Operation,
  response: Response,
  schemas: Schemas,
): Promise<string[]> {
  const { status } = response;
  const declared = declaredResponse(operation, status);
  if (!declared) return [`response status ${status} is not declared; declared: ${operation.statuses.join(", ")}`];

  const problems: string[] = [];
  for (const [name, reference] of Object.entries(declared.headers ?? {})) {
    const header = resolve<Header>(document, reference);
    const value = response.headers.get(name);
    if (value === null) {
      if (header.required) problems.push(`header ${name} is missing`);
    } else if (header.schema !== undefined) {
      const lines = firstFit(meanings(value, header.schema, schemas), schemas.check(header.schema));
      problems.push(...lines.map((line) => `header ${name}: ${line}`));
    }
  }
  const empty = response.body === null || (await response.clone().arrayBuffer()).byteLength === 0;
  const content = declared.content ?? {};
  if (Object.keys(content).length > 0) {
    if (!empty) problems.push(...(await checkBody(response, content, schemas)).map((line) => `body: ${line}`));
    else if (operation.method !== "HEAD") problems.push("body is empty, though content is declared");
  } else if (!empty && response.ok) {
    // A refusal without declared content is one whose body no source describes: only a success must keep to "no body".
    problems.push("body is sent, but no content is declared");
  }
  return problems.map((line) => `response ${status} ${line}`);
}

/** The exact status, then its range (`4XX`), then `default`. */
export function declaredResponse(operation: Operation, status: number): ResponseObject | undefined {
  const range = `${Math.floor(status / 100)}XX`;
  const { responses } = operation;
  return responses[String(status)] ?? responses[range] ?? responses[range.toLowerCase()] ?? responses.default;
}
