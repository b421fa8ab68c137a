import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClientPlugin } from '../../client/src/plugin.ts';

const top = join(import.meta.dirname, '../..');

/** Addresses of the core, read from the one place that declares them. */
function pathsOfCore(): string[] {
  const source = readFileSync(join(top, 'client/src/shell/Pages.tsx'), 'utf8');
  return ['/', ...[...source.matchAll(/<Route path="([^"*]+)"/g)].map(([, path]) => `/${path}`)];
}

async function pathsOfPlugins(): Promise<string[]> {
  const paths = [];
  for (const entry of readdirSync(join(top, 'plugins'))) {
    const loaded: { readonly default: ClientPlugin } = await import(`../../plugins/${entry}/client/index.tsx`);
    paths.push(...(loaded.default.pages ?? []).map(({ path }) => path));
  }
  return paths;
}

/** Every address that the client declares, in the router's form. */
export const declaredPaths = async (): Promise<string[]> => [...pathsOfCore(), ...(await pathsOfPlugins())];

/** Whether an address such as `/groups/01890.../heat` belongs to a declared one such as `/groups/:groupId/:tab?`. */
export function isOf(declared: string, path: string): boolean {
  const pattern = declared.replaceAll(/\/:\w+(\?)?/g, (_, optional) => (optional ? '(/[^/]+)?' : '/[^/]+'));
  return new RegExp(`^${pattern}/?$`).test(path);
}
