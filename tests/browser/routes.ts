import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const top = join(import.meta.dirname, '../..');

/** Addresses of the core, read from the one place that declares them. */
function pathsOfCore(): string[] {
  const source = readFileSync(join(top, 'client/src/shell/Pages.tsx'), 'utf8');
  return ['/', ...[...source.matchAll(/<Route path="([^"*]+)"/g)].map(([, path]) => `/${path}`)];
}

/** Read like those of the core: the client's modules are made for its build, not for Node. */
const pathsOfPlugins = (): string[] =>
  readdirSync(join(top, 'plugins')).flatMap((plugin) => {
    const source = readFileSync(join(top, 'plugins', plugin, 'client/index.tsx'), 'utf8');
    return [...source.matchAll(/^ +path: '([^']+)'/gm)].map(([, path = '']) => path);
  });

/** Every address that the client declares, in the router's form. */
export const declaredPaths = (): string[] => [...pathsOfCore(), ...pathsOfPlugins()];

/** Whether an address such as `/groups/01890.../heat` belongs to a declared one such as `/groups/:groupId/:tab?`. */
export function isOf(declared: string, path: string): boolean {
  const pattern = declared.replaceAll(/\/:\w+(\?)?/g, (_, optional) => (optional ? '(/[^/]+)?' : '/[^/]+'));
  return new RegExp(`^${pattern}/?$`).test(path);
}
