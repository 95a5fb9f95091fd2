/** How the clients of one platform are written in a program; every path is a GET, without queries. */
export interface ClientProgram {
  readonly package: string;
  readonly client: string;
  /** Ten calls: paths with the values of their parameters. */
  readonly calls: readonly (readonly [path: string, params?: Readonly<Record<string, string | number>>])[];
}

const id = { id: "x" };

/** Typical programs against each platform's client. */
export const programs: Readonly<Record<string, ClientProgram>> = {
  shopmy: {
    package: "@shopauth/shopmy",
    client: "ShopMyClient",
    calls: [
      ["/Links"],
      ["/Collections"],
      ["/Profile"],
      ["/Links"],
      ["/Collections"],
      ["/Profile"],
      ["/Links"],
      ["/Collections"],
      ["/Profile"],
      ["/Links"],
    ],
  },
  storehippo: {
    package: "@shopauth/storehippo",
    client: "StoreHippoClient",
    calls: [
      ["/entity/ms.products"],
      ["/entity/ms.products/{id}", id],
      ["/entity/ms.orders"],
      ["/entity/ms.orders/{id}", id],
      ["/entity/ms.users"],
      ["/entity/ms.users/{id}", id],
      ["/entity/ms.brands"],
      ["/entity/ms.brands/{id}", id],
      ["/entity/ms.categories"],
      ["/entity/ms.categories/{id}", id],
    ],
  },
  shoprenter: {
    package: "@shopauth/shoprenter",
    client: "ShoprenterClient",
    calls: [
      ["/products"],
      ["/products/{id}", id],
      ["/productImages"],
      ["/productImages/{id}", id],
      ["/productDescriptions"],
      ["/productDescriptions/{id}", id],
      ["/productAddons"],
      ["/productAddons/{id}", id],
      ["/productExtend"],
      ["/productExtend/{id}", id],
    ],
  },
  shoporama: {
    package: "@shopauth/shoporama",
    client: "ShoporamaClient",
    calls: [
      ["/product"],
      ["/product/{id}", { id: 1 }],
      ["/category"],
      ["/category/{id}", { id: 1 }],
      ["/brand"],
      ["/order"],
      ["/order/{id}", { id: 1 }],
      ["/customer"],
      ["/customer/{id}", { id: 1 }],
      ["/voucher"],
    ],
  },
};

/** Which client a program is typed by: the platform's own, openapi-fetch's on the same paths, or none. */
export type ClientKind = "ours" | "openapi-fetch" | "empty";

/**
 * The text of a program.
 * @param misuse uses each answer as what it is not: every call has to be an error then
 */
export function programText({ package: name, client, calls }: ClientProgram, kind: ClientKind, misuse = false): string {
  if (kind === "empty") return "export {};\n";
  const head =
    kind === "ours"
      ? `import type { ${client} } from "${name}";\ndeclare const api: ${client};\n`
      : `import type { Client } from "openapi-fetch";\nimport type { paths } from "${name}";\ndeclare const api: Client<paths>;\n`;
  const lines = calls.map(([path, params], index) => {
    const init = params ? `, { params: { path: ${JSON.stringify(params)} } }` : "";
    const use = misuse ? `;\nconst n${index}: symbol = d${index}!` : "";
    return `const { data: d${index} } = await api.GET("${path}"${init})${use};\nexport { d${index} };\n`;
  });
  return head + lines.join("");
}
