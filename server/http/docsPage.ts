import type { OwnedRoute } from './openapi.ts';

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

function rowOf({ route }: OwnedRoute): string {
  const roles = route.permission.roles.length > 0 ? route.permission.roles.join(', ') : route.permission.id;
  return `<tr id="${escapeHtml(route.operationId)}"><td><code>${route.method.toUpperCase()}</code></td><td><code>/api${escapeHtml(route.path)}</code><br><small>${escapeHtml(route.operationId)}</small></td><td>${escapeHtml(route.summary)}</td><td>${escapeHtml(roles)}</td></tr>`;
}

/** A page for people about the HTTP surface: what there is, what it does, who may. Machines read openapi.json. */
export function docsPageOf(routes: readonly OwnedRoute[]): string {
  const plugins = [...new Set(routes.map(({ plugin }) => plugin))].sort();
  const sections = plugins.map((plugin) => {
    const rows = routes.filter((owned) => owned.plugin === plugin).map(rowOf);
    return `<section><h2 id="tag-${escapeHtml(plugin)}">${escapeHtml(plugin)}</h2><table><thead><tr><th>Method</th><th>Address</th><th>What it does</th><th>Who may</th></tr></thead><tbody>${rows.join('')}</tbody></table></section>`;
  });
  const contents = plugins
    .map((plugin) => `<a href="#tag-${escapeHtml(plugin)}">${escapeHtml(plugin)}</a>`)
    .join(' · ');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Tutoria: interface</title><style>
body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}
table{border-collapse:collapse;width:100%}td,th{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid #8884}
small{opacity:.8}code{font-size:.9em}</style></head><body><main><h1>Tutoria: interface</h1>
<p>Machine-readable: <a href="openapi.json">openapi.json</a>. Writes need this server’s own <code>Origin</code>; a repeated <code>Idempotency-Key</code> gets the first answer again; times are UTC instants. Refusals are <code>application/problem+json</code> and list every field that does not fit.</p>
<nav aria-label="Parts">${contents}</nav>${sections.join('')}</main></body></html>`;
}
