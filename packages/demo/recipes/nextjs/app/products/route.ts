import { readError } from "@shopauth/storehippo";
import { guarded, owner, storehippo } from "../../shopauth.ts";

export function GET(request: Request): Promise<Response> {
  return guarded(async () => {
    const store = new URL(request.url).searchParams.get("store") ?? "";
    const { data, error } = await storehippo.client(store, { owner: await owner() }).GET("/entity/ms.products");
    if (error === undefined) return Response.json(data.data.map((product) => product.name));
    console.error(readError(error));
    return Response.json({ error: readError(error).message }, { status: 502 });
  });
}
