import { guarded, owner, storehippo } from "../../shopauth.ts";

export function GET(request: Request): Promise<Response> {
  return guarded(async () => {
    const store = new URL(request.url).searchParams.get("store") ?? "";
    const { data } = await storehippo.client(store, { owner: await owner() }).GET("/entity/ms.products");
    return Response.json(data?.data.map((product) => product.name));
  });
}
