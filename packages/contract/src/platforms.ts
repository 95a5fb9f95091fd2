// Generated from the names of specs/*.yaml by `pnpm generate`.

/** A platform whose spec the package carries. */
export type PlatformId = "shopmy" | "shoporama" | "shoprenter" | "storehippo";
