const form = '<form method="post" action="/connect"><input name="store" value="acme"><button>Connect</button></form>';

export function GET(): Response {
  return new Response(form, { headers: { "content-type": "text/html" } });
}
