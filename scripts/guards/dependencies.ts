import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import type { ICruiseOptions, ICruiseResult, IForbiddenRuleType } from 'dependency-cruiser';
import { dependencyRules } from './dependencyRules.ts';
import { type Import, importsOf } from './importsOf.ts';
import { sourceFiles } from './sourceFiles.ts';

export interface DependencyReport {
  /** How many modules were seen; 0 means that the tool did not work, not that all is well. */
  readonly modules: number;
  /** `from -> to`, for all imports and for those that exist at run time. */
  readonly edges: ReadonlySet<string>;
  readonly runtimeEdges: ReadonlySet<string>;
  readonly violations: readonly string[];
}

const folders = ['server', 'plugins', 'client', 'tests', 'scripts'];
const run = promisify(execFile);
const tool = join(import.meta.dirname, '../../node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const options: ICruiseOptions = {
  parser: 'swc',
  tsPreCompilationDeps: true,
  preserveSymlinks: true,
  doNotFollow: { path: '^node_modules' },
  enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types', 'default'] },
};

/** Checks who imports whom below `top`, a folder laid out like the repository. */
export async function checkDependencies(top: string): Promise<DependencyReport> {
  const rules = dependencyRules(coreModules(top));
  const all = await cruiseMirror(top, rules.all, () => true);
  const runtime = await cruiseMirror(top, rules.runtime, ({ typeOnly }) => !typeOnly);
  return {
    modules: all.modules,
    edges: all.edges,
    runtimeEdges: runtime.edges,
    violations: [...new Set([...all.violations, ...runtime.violations])].sort(),
  };
}

const coreModules = (top: string): string[] =>
  readdirSync(join(top, 'server'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(top, 'server', entry.name, 'plugin.ts')))
    .map((entry) => entry.name);

interface Cruise {
  readonly modules: number;
  readonly edges: ReadonlySet<string>;
  readonly violations: readonly string[];
}

/**
 * dependency-cruiser reads TypeScript with its own compiler only up to version 6; with the parser of swc it
 * knows neither JSX nor which imports are of types. So it is given a copy in which each file is its imports.
 */
async function cruiseMirror(
  top: string,
  forbidden: readonly IForbiddenRuleType[],
  counts: (one: Import) => boolean,
): Promise<Cruise> {
  const mirror = mkdtempSync(join(tmpdir(), 'tutoria-imports-'));
  try {
    symlinkSync(join(top, 'node_modules'), join(mirror, 'node_modules'));
    cpSync(join(top, 'package.json'), join(mirror, 'package.json'));
    for (const folder of folders) mirrorFolder(top, mirror, folder, counts);
    return await cruise(mirror, forbidden);
  } finally {
    rmSync(mirror, { recursive: true, force: true });
  }
}

function mirrorFolder(top: string, mirror: string, folder: string, counts: (one: Import) => boolean): void {
  for (const file of sourceFiles(join(top, folder), /\.(tsx?|json|css|mjs|js)$/)) {
    const target = join(mirror, relative(top, file));
    mkdirSync(dirname(target), { recursive: true });
    const imports = /\.tsx?$/.test(file) ? importsOf(readFileSync(file, 'utf8'), file).filter(counts) : [];
    const text = imports.map(({ module }) => `import ${JSON.stringify(module)};\n`).join('');
    writeFileSync(target, file.endsWith('.json') ? '{}' : text);
  }
}

async function cruise(top: string, forbidden: readonly IForbiddenRuleType[]): Promise<Cruise> {
  const [config, result] = [join(top, 'config.json'), join(top, 'result.json')];
  writeFileSync(config, JSON.stringify({ forbidden, options }));
  const present = folders.filter((folder) => existsSync(join(top, folder)));
  const args = [tool, '--config', config, '--output-type', 'json', '--output-to', result, ...present];
  // It fails when there are violations; they are in the result.
  await run(process.execPath, args, { cwd: top }).catch((failure: unknown) => {
    if (!existsSync(result)) throw failure;
  });
  return read(JSON.parse(readFileSync(result, 'utf8')));
}

const read = ({ modules, summary }: ICruiseResult): Cruise => ({
  modules: modules.filter(({ source }) => /^(server|plugins|client)\//.test(source)).length,
  edges: new Set(
    modules.flatMap(({ source, dependencies }) => dependencies.map(({ resolved }) => `${source} -> ${resolved}`)),
  ),
  violations: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`),
});
