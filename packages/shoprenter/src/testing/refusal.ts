/** A request that was refused, and the rule it broke. */
export interface MockRefusal {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** In words, for whoever debugs a flow. */
  readonly rule: string;
}

/** Ends a request with an error answer. */
export class Refused extends Error {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  /**
   * @param code inner code of the API; 403 and 429 have none
   * @param rule for the developer, where the platform's own message does not say enough
   */
  constructor(status: number, code: number | undefined, message: string, rule = message, more: object = {}) {
    super(rule);
    this.status = status;
    this.body = { message, ...(code !== undefined && { code }), ...more };
  }
}
