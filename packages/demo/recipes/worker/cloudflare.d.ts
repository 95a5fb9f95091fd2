// What the recipe uses of `@cloudflare/workers-types`; a project of yours has those, or what `wrangler types` writes.
declare module "cloudflare:workers" {
  export class DurableObject {
    protected readonly ctx: {
      readonly storage: {
        get<T>(key: string): Promise<T | undefined>;
        put<T>(key: string, value: T): Promise<void>;
        delete(key: string): Promise<boolean>;
        list<T>(options: { prefix: string }): Promise<Map<string, T>>;
      };
    };
  }
}
