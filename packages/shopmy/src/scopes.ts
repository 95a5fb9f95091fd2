/** What a creator may allow; a write scope also opens the matching list. https://docs.shopmy.us/reference/getting-started-with-your-api-1 */
export const SCOPES = ["read_links", "write_links", "read_collections", "write_collections", "read_profile"] as const;
/** One of the scopes that ShopMy knows. */
export type ShopMyScope = (typeof SCOPES)[number];
