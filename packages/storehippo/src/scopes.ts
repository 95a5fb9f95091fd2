const AREAS = ["orders", "customers", "products", "content", "script_tags", "controllers", "checkouts"] as const;
/** One of the scopes that StoreHippo knows. */
export type StoreHippoScope = `${"read" | "write"}_${(typeof AREAS)[number]}`;
/** The fourteen scopes. https://help.storehippo.com/topic/oauth-authentication */
export const SCOPES: readonly StoreHippoScope[] = AREAS.flatMap((area) => [`read_${area}`, `write_${area}`] as const);
