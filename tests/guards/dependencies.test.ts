import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect } from 'chai';
import { checkDependencies, type DependencyReport } from '../../scripts/guards/dependencies.ts';
import { freshPath } from '../harness/testEnvironment.ts';

const top = join(import.meta.dirname, '../..');

/** A small product that keeps every rule. */
const sound: Record<string, string> = {
  'package.json': JSON.stringify({
    type: 'module',
    dependencies: { knex: '*', zod: '*' },
    devDependencies: { chai: '*' },
  }),
  'server/db/connect.ts': `import knex from 'knex'; export const connect = knex;`,
  'server/http/problem.ts': `export const problem = 1;`,
  'server/http/route.ts': `export const route = 1;`,
  'server/people/plugin.ts': `import { routes } from './routes/people.ts'; export default routes;`,
  'server/people/api.ts': `export const people = 1;`,
  'server/people/schemas.ts': `export const Person = 1;`,
  'server/people/store/people.ts': `import type { Knex } from 'knex'; import type { Age } from '../domain/age.ts'; export type Row = Knex | Age;`,
  'server/people/domain/age.ts': `export const age = 1; export type Age = number;`,
  'server/people/commands/add.ts': `import { problem } from '../../http/problem.ts'; import { age } from '../domain/age.ts'; export const add = [problem, age];`,
  'server/people/routes/people.ts': `import { route } from '../../http/route.ts'; import { add } from '../commands/add.ts'; export const routes = [route, add];`,
  'server/catalog.ts': `import forum from '../plugins/forum/plugin.ts'; import polls from '../plugins/polls/plugin.ts'; export const catalog = [forum, polls];`,
  'plugins/forum/plugin.ts': `import { people } from '../../server/people/api.ts'; import { polls } from '../polls/api.ts'; export default [people, polls];`,
  'plugins/forum/schemas.ts': `export const Post = 1;`,
  'plugins/forum/client/index.tsx': `import type { Post } from '../schemas.ts'; export const Page = () => <p>{null as unknown as typeof Post}</p>;`,
  'plugins/polls/plugin.ts': `export default 1;`,
  'plugins/polls/api.ts': `export const polls = 1;`,
  'plugins/polls/domain/count.ts': `export const count = 1;`,
  'client/src/main.tsx': `import type { Person } from '../../server/people/schemas.ts'; export const Name = () => <b>{null as unknown as typeof Person}</b>;`,
  'tests/forum.test.ts': `import { expect } from 'chai'; import plugin from '../plugins/forum/plugin.ts'; expect(plugin).to.equal(1);`,
  // An address that is known only at run time names no module.
  'server/load.ts': `export const load = (address: string) => import(address);`,
  // Half of a circle that a sin below closes.
  'server/host/one.ts': `export const one = 1;`,
  'server/host/other.ts': `export const other = () => import('./one.ts');`,
  // A circle of types alone is allowed.
  'server/host/scope.ts': `import type { Job } from './job.ts'; export type Scope = Job;`,
  'server/host/job.ts': `import type { Scope } from './scope.ts'; export type Job = Scope;`,
};

/** One sin for each rule: the rule, the file that sins and its text. */
const sins: readonly (readonly [rule: string, file: string, text: string])[] = [
  [
    'plugins-meet-through-api',
    'plugins/forum/queries/votes.ts',
    `export { count } from '../../polls/domain/count.ts';`,
  ],
  [
    'plugins-meet-through-api',
    'plugins/forum/votes.ts',
    `export type Count = import('../polls/domain/count.ts').count;`,
  ],
  [
    'modules-meet-through-api',
    'plugins/forum/commands/post.ts',
    `export { add } from '../../../server/people/commands/add.ts';`,
  ],
  ['core-knows-no-plugin', 'server/app.ts', `import { polls } from '../plugins/polls/api.ts'; export default polls;`],
  [
    'core-knows-no-plugin',
    'client/src/menu.ts',
    `export const menu = () => import('../../plugins/forum/client/index.tsx');`,
  ],
  [
    'domain-is-pure',
    'plugins/forum/domain/closing.ts',
    `import { DateTime } from 'luxon'; export const closing = DateTime;`,
  ],
  ['domain-is-pure', 'plugins/forum/domain/rows.ts', `import type { Knex } from 'knex'; export type Rows = Knex;`],
  [
    'domain-is-pure',
    'plugins/forum/domain/file.ts',
    `import { readFileSync } from 'node:fs'; export const read = readFileSync;`,
  ],
  [
    'calendar-domain-is-pure',
    'server/calendar/domain/zones.ts',
    `import { problem } from '../../http/problem.ts'; export const zones = problem;`,
  ],
  [
    'store-decides-nothing',
    'server/people/store/ages.ts',
    `import { age } from '../domain/age.ts'; export const ages = [age];`,
  ],
  [
    'routes-skip-no-layer',
    'server/people/routes/ages.ts',
    `import type { Row } from '../store/people.ts'; export type Ages = Row;`,
  ],
  [
    'use-cases-know-no-http',
    'server/people/queries/ages.ts',
    `import { route } from '../../http/route.ts'; export const ages = route;`,
  ],
  [
    'only-the-database-layer-connects',
    'plugins/polls/store/polls.ts',
    `import knex from 'knex'; export const polls = knex;`,
  ],
  [
    'client-runs-no-server-code',
    'plugins/forum/client/Form.tsx',
    `import { Post } from '../schemas.ts'; export const Form = () => <i>{Post}</i>;`,
  ],
  [
    'client-knows-only-contracts',
    'plugins/forum/client/List.tsx',
    `import type plugin from '../plugin.ts'; export type List = typeof plugin;`,
  ],
  [
    'server-knows-no-client',
    'server/pages.ts',
    `import type { Name } from '../client/src/main.tsx'; export type Pages = typeof Name;`,
  ],
  ['product-imports-no-tests', 'server/demo.ts', `import '../tests/forum.test.ts';`],
  ['server-runs-on-dependencies', 'server/checks.ts', `import { expect } from 'chai'; export const checks = expect;`],
  [
    'commands-on-files-load-no-server',
    'plugins/polls/cli/countCommand.ts',
    `import { route } from '../../../server/http/route.ts'; export const countCommand = [route];`,
  ],
  ['no-cycles', 'server/host/one.ts', `import { other } from './other.ts'; export const one = () => other;`],
  ['no-unresolvable', 'server/gone.ts', `export { gone } from './nowhere.ts';`],
];

function productOf(files: Record<string, string>): string {
  const folder = freshPath('-product');
  mkdirSync(folder);
  symlinkSync(join(top, 'node_modules'), join(folder, 'node_modules'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

const filesBelow = (folder: string): string[] =>
  readdirSync(join(top, folder), { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && one.name.endsWith('.ts'))
    .map(({ parentPath, name }) => relative(top, join(parentPath, name)));

describe('The guard of imports', function () {
  this.timeout(60_000);
  it('lets a sound product pass', async () => {
    const report = await checkDependencies(productOf(sound));
    expect(report.violations).to.deep.equal([]);
    expect(report.modules).to.equal(23);
  });

  describe('on a product that breaks every rule', () => {
    let report: DependencyReport;
    before(async () => {
      report = await checkDependencies(
        productOf({ ...sound, ...Object.fromEntries(sins.map(([, file, text]) => [file, text])) }),
      );
    });

    for (const [rule, file] of sins)
      it(`catches ${file} by ${rule}`, () => {
        expect(report.violations.filter((one) => one.startsWith(`${rule}: ${file} ->`))).to.have.length.greaterThan(0);
      });

    it('blames nobody else', () => {
      const guilty = new Set(sins.map(([, file]) => file));
      expect(report.violations.filter((one) => !guilty.has(one.split(' ')[1] ?? ''))).to.deep.equal([]);
    });
  });

  it('sees modules of this product as they are, with imports of types apart from others', async () => {
    // Some of them: `npm run check` goes through all.
    const folders = ['server/host', 'server/jobs', 'server/db'];
    const files = folders.flatMap((folder) => filesBelow(folder));
    const texts = Object.fromEntries(files.map((file) => [file, readFileSync(join(top, file), 'utf8')]));
    const { modules, edges, runtimeEdges } = await checkDependencies(productOf({ ...sound, ...texts }));
    expect(modules).to.be.greaterThan(60);
    expect(edges).to.include('server/host/scope.ts -> server/jobs/job.ts');
    expect(runtimeEdges).not.to.include('server/host/scope.ts -> server/jobs/job.ts');
    expect(runtimeEdges).to.include('server/db/connect.ts -> node_modules/knex/knex.js');
  });
});
