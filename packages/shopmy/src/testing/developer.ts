import type { components } from "../schema.ts";
import { type Call, ok, type Route, refuse } from "./route.ts";

type Schemas = components["schemas"];

const SOCIAL = /^https:\/\/(?:[a-z0-9-]+\.)*(?:instagram\.com|tiktok\.com|youtube\.com|youtu\.be)\//;

const host = (url: string) => new URL(url).hostname.replace(/^www\./, "");

/** The social links of a body as a list, or what is wrong with them. */
function socialLinks({ body }: Call): { links?: string[]; wrong?: string } {
  const given = body.social_links;
  if (given === undefined) return {};
  const links = typeof given === "string" ? given.split(",").map((link) => link.trim()) : given;
  if (!Array.isArray(links)) return { wrong: "social_links must be a list" };
  const bad = links.find((link) => typeof link !== "string" || !SOCIAL.test(link));
  return bad === undefined ? { links } : { wrong: "social_links takes https URLs on Instagram, TikTok or YouTube" };
}

/** What create and edit have in common. */
function collectionFault(call: Call): string | undefined {
  const { section_id: section } = call.body;
  if (section !== undefined && !call.user.sections.includes(section as number))
    return "section_id is not a section of the user";
  return socialLinks(call).wrong;
}

/** Base `https://api.shopmy.us/v1/Partners`; both headers. */
export const developerRoutes: readonly Route[] = [
  {
    method: "get",
    path: "/Links",
    auth: "creator",
    scopes: ["read_links", "write_links"],
    answer: ({ user, list }) => ok(list("links", user.links)),
  },
  {
    method: "post",
    path: "/Links",
    auth: "creator",
    scopes: ["write_links"],
    body: { url: "url", title: "text?" },
    answer({ user, body, now }) {
      if (!user.mayCreateLinks) return refuse(403, "This user cannot create links.");
      const url = body.url as string;
      const title = (body.title as string | undefined) ?? new URL(url).pathname.split("/").pop()!.replaceAll("-", " ");
      const link: Schemas["Link"] = {
        url,
        title,
        link: `https://go.shopmy.us/p-${48_300_000 + user.links.length + (now % 1000)}`,
      };
      user.links.push(link);
      return ok(link);
    },
  },
  {
    method: "post",
    path: "/Urls",
    auth: "creator",
    scopes: ["write_links"],
    body: { url: "url" },
    answer({ state, body }) {
      const merchant = state.merchants.find(({ domain }) => domain === host(body.url as string));
      return merchant ? ok({ rate: merchant.rate }) : refuse(400, "No merchant found for this URL.");
    },
  },
  {
    method: "get",
    path: "/Catalog/search",
    auth: "creator",
    scopes: ["write_links"],
    answer({ state, query, list }) {
      const search = query.get("search") ?? "";
      const url = query.get("url") ?? "";
      if ((search === "") === (url === "")) return refuse(400, "Provide exactly one of search or url.");
      const [limit, page] = [Number(query.get("limit") ?? 20), Number(query.get("page") ?? 0)];
      if (!Number.isInteger(limit) || limit < 1 || limit > 50) return refuse(400, "limit is 1 to 50");
      if (!Number.isInteger(page) || page < 0) return refuse(400, "page counts from 0");
      const found = state.catalog.filter(({ title, retailers }) =>
        search
          ? title?.toLowerCase().includes(search.toLowerCase())
          : retailers?.some((retailer) => retailer.url === url),
      );
      return ok(list("products", found.slice(page * limit, (page + 1) * limit)));
    },
  },
  {
    method: "get",
    path: "/Collections",
    auth: "creator",
    scopes: ["read_collections", "write_collections"],
    answer: ({ user, list }) => ok(list("collections", user.collections)),
  },
  {
    method: "post",
    path: "/Collections",
    auth: "creator",
    scopes: ["write_collections"],
    body: { name: "text", section_id: "integer?" },
    answer(call) {
      const { user, body, state } = call;
      const wrong = collectionFault(call);
      if (wrong) return refuse(400, wrong);
      const id = 730_200 + state.users.reduce((count, each) => count + each.collections.length, 0);
      const collection: Schemas["Collection"] = {
        id,
        name: body.name as string,
        description: (body.description as string | undefined) ?? "",
        image: null,
        social_links: socialLinks(call).links ?? [],
        private: 0,
        Section_id: (body.section_id as number | undefined) ?? user.sections[0]!,
        url: `https://shopmy.us/collections/${id}`,
      };
      user.collections.push(collection);
      return ok(collection);
    },
  },
  {
    method: "put",
    path: "/Collections/:id",
    auth: "creator",
    scopes: ["write_collections"],
    body: { name: "text?", section_id: "integer?" },
    answer(call) {
      const { user, body, id } = call;
      const collection = user.collections.find((each) => Number(each.id) === id);
      if (!collection) return refuse(400, "Collection not found.", `collection ${id} is not one of the creator's`);
      const wrong = collectionFault(call);
      if (wrong) return refuse(400, wrong);
      const { name, description, section_id: section } = body;
      const { links } = socialLinks(call);
      Object.assign(
        collection,
        name !== undefined && { name },
        description !== undefined && { description },
        section !== undefined && { Section_id: section },
        links && { social_links: links },
      );
      return ok(collection);
    },
  },
  {
    method: "get",
    path: "/Profile",
    auth: "creator",
    scopes: ["read_profile"],
    answer: ({ user }) => ok(user.profile),
  },
];
