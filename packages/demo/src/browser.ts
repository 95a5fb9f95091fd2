import { parse } from "node-html-parser";

export interface Page {
  readonly url: string;
  readonly status: number;
  readonly html: string;
  readonly title: string;
}

/** Just enough of a browser to play a merchant: cookies by site, redirects, forms. */
export class MerchantBrowser {
  readonly #cookies = new Map<string, Map<string, string>>();
  /** Every URL that was visited, redirects included. */
  readonly history: string[] = [];

  open(url: string): Promise<Page> {
    return this.#visit(url, { method: "GET" });
  }

  /**
   * Fills the form that has a button of this text and presses it.
   * @param values chosen values of radio buttons, selects and inputs, by name
   */
  press(page: Page, button: string, values: Record<string, string | readonly string[]> = {}): Promise<Page> {
    for (const form of parse(page.html).querySelectorAll("form")) {
      const pressed = form
        .querySelectorAll("button")
        .find((each) => each.text.trim().replace(/\s+/g, " ").startsWith(button));
      if (!pressed) continue;
      const fields = new URLSearchParams();
      for (const input of form.querySelectorAll("input")) {
        const { name, value = "on", type = "text" } = input.attributes;
        if (!name || name in values) continue;
        if (!["radio", "checkbox"].includes(type) || input.hasAttribute("checked")) fields.append(name, value);
      }
      for (const select of form.querySelectorAll("select")) {
        const name = select.getAttribute("name");
        const option = select.querySelector("option[selected]") ?? select.querySelector("option");
        if (name && !(name in values)) fields.append(name, option?.getAttribute("value") ?? option?.text ?? "");
      }
      for (const [name, value] of Object.entries(values))
        for (const each of [value].flat()) fields.append(name, String(each));
      const { name, value = "", formaction } = pressed.attributes;
      if (name) fields.append(name, value);
      const target = new URL(formaction ?? form.getAttribute("action") ?? "", page.url);
      if ((form.getAttribute("method") ?? "get").toLowerCase() === "get") {
        target.search = fields.toString();
        return this.open(target.href);
      }
      return this.#visit(target.href, { method: "POST", body: fields });
    }
    throw new Error(`No button "${button}" on ${page.title || page.url}`);
  }

  async #visit(url: string, init: RequestInit): Promise<Page> {
    let next = url;
    let request = init;
    for (let hop = 0; hop < 10; hop++) {
      this.history.push(next);
      const { origin } = new URL(next);
      const from = { "sec-fetch-site": "same-origin", ...(request.method === "POST" && { origin }) };
      const jar = this.#cookies.get(origin) ?? new Map<string, string>();
      this.#cookies.set(origin, jar);
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
      const response = await fetch(next, {
        ...request,
        redirect: "manual",
        headers: { ...(cookie && { cookie }), ...from },
      });
      for (const line of response.headers.getSetCookie()) {
        const [pair = ""] = line.split(";");
        const at = pair.indexOf("=");
        if (/max-age=0/i.test(line)) jar.delete(pair.slice(0, at));
        else jar.set(pair.slice(0, at), pair.slice(at + 1));
      }
      const location = response.headers.get("location");
      if (response.status < 300 || response.status > 399 || !location) {
        const html = await response.text();
        return { url: next, status: response.status, html, title: parse(html).querySelector("title")?.text ?? "" };
      }
      next = new URL(location, next).href;
      request = { method: "GET" };
    }
    throw new Error("Too many redirects");
  }
}
