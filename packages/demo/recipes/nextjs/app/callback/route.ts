import { guarded, owner, storehippo } from "../../shopauth.ts";

export function GET(request: Request): Promise<Response> {
  return guarded(async () => (await storehippo.callback(request, { owner: await owner() })).response);
}
