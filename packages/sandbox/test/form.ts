/** What a browser sends for a form of a page, and the buttons it has. */
export interface Form {
  action: string;
  fields: URLSearchParams;
  buttons: { name: string; value: string; label: string }[];
}

const decoded = (text: string) =>
  text
    .replaceAll("&amp;", "&")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">");
const attribute = (tag: string, name: string) => decoded(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? "");

export function formsOf(page: string): Form[] {
  return [...page.matchAll(/<form([^>]*)>([\s\S]*?)<\/form>/g)].map(([, open, inner]) => {
    const fields = new URLSearchParams();
    for (const [tag] of inner!.matchAll(/<input[^>]*>/g)) {
      const type = attribute(tag, "type");
      if (type === "hidden" || / checked/.test(tag)) fields.append(attribute(tag, "name"), attribute(tag, "value"));
    }
    const buttons = [...inner!.matchAll(/<button([^>]*)>([^<]*)<\/button>/g)].map(([, tag, label]) => ({
      name: attribute(tag!, "name"),
      value: attribute(tag!, "value"),
      label: label!,
    }));
    return { action: attribute(open!, "action"), fields, buttons };
  });
}

/** Presses a button as a browser on the page would; redirects are not followed. */
export function press(page: string, at: string, label: string, change: (fields: URLSearchParams) => void = () => {}) {
  const form = formsOf(page).find(({ buttons }) => buttons.some((button) => button.label === label));
  if (!form) throw new Error(`The page has no button ${label}`);
  const button = form.buttons.find((each) => each.label === label)!;
  form.fields.set(button.name, button.value);
  change(form.fields);
  const { origin } = new URL(at);
  return fetch(new URL(form.action, at), {
    method: "POST",
    body: form.fields,
    redirect: "manual",
    headers: { origin },
  });
}
