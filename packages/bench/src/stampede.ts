import { child, interleaved } from "./child.ts";
import { named } from "./peers.ts";
import { atMost, exactly, type Row } from "./table.ts";

/** What `programs/stampede.ts` counts. */
export interface Stampede {
  readonly calls: number;
  readonly succeeded: number;
  /** Token requests. */
  readonly tokens: number;
  /** Calls that arrived with their body as it was. */
  readonly intact: number;
  readonly ms: number;
}

const SCENARIOS = {
  expired: { what: "1,000 calls, expired token", tokens: 1 },
  unavailable: { what: "100 calls, token endpoint 503 once", tokens: 2 },
  revoked: { what: "100 calls, revoked token, 401s over 400 ms", tokens: 1 },
} as const;

export type Scenario = keyof typeof SCENARIOS;
export const scenarios = Object.keys(SCENARIOS) as Scenario[];

export function stampedeOf(subject: "ours" | "badgateway", scenario: Scenario): Promise<Stampede> {
  return child<Stampede>("stampede.ts", [subject, scenario]);
}

/** Many calls at once whose token has to be renewed. */
export async function stampede(rounds: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (const scenario of scenarios) {
    const { what, tokens } = SCENARIOS[scenario];
    const found = await interleaved(["ours", "badgateway"], rounds, (subject) => stampedeOf(subject, scenario));
    const { ours, badgateway } = found;
    const name = named("@badgateway/oauth2-client");
    rows.push(
      {
        what: `${what}: token requests`,
        ours: ours.tokens,
        unit: "",
        peer: { name, value: badgateway.tokens },
        goal: exactly(tokens),
      },
      {
        what: `${what}: succeeded`,
        ours: ours.succeeded,
        unit: "",
        peer: { name, value: badgateway.succeeded },
        goal: exactly(ours.calls),
      },
      {
        what: `${what}: time`,
        ours: ours.ms,
        unit: "ms",
        peer: { name, value: badgateway.ms },
        ...(scenario === "expired" && { goal: atMost(1.1) }),
      },
    );
  }
  return rows;
}
