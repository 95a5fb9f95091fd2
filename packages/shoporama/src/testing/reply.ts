/** An answer; `rule` where it is a refusal, for whoever debugs. */
export interface Reply {
  readonly status: number;
  readonly init: { readonly body: string | null; readonly type?: string; readonly cookie?: string };
  readonly rule?: string;
}

export const json = (body: unknown, status = 200, rule?: string): Reply => ({
  status,
  init: { body: JSON.stringify(body), type: "application/json" },
  ...(rule !== undefined && { rule }),
});

export const text = (status: number, body: string, rule: string): Reply => ({
  status,
  init: { body, type: "text/plain; charset=utf-8" },
  rule,
});

export const empty = (): Reply => ({ status: 200, init: { body: null } });
