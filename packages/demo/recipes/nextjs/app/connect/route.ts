import { guarded, owner, storehippo } from "../../shopauth.ts";

export function POST(request: Request): Promise<Response> {
  return guarded(async () => {
    const store = String((await request.formData()).get("store"));
    return storehippo.begin(request, { store, owner: await owner(), returnTo: `/products?store=${store}` });
  });
}
