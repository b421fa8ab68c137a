import type { IForbiddenRuleType, IRegularForbiddenRuleType } from 'dependency-cruiser';

/**
 * Who may import whom (docs/architecture.md). `all` rules hold for every import; `runtime` rules only for
 * imports that are left when the types have been taken away. Every rule has a planted violation in
 * tests/guards/dependencies.test.ts.
 */
export interface DependencyRules {
  readonly all: readonly IForbiddenRuleType[];
  readonly runtime: readonly IForbiddenRuleType[];
}

const tests = '(^|/)tests/';
const client = '^(client|plugins/[^/]+/client)/';
const inside = '(domain|commands|queries|store|access|routes|reactions|jobs|migrations|seeds)/';
/** Types of the wire and of the contract: all that a client may know of the server. */
const contracts = [
  '^(server|plugins)/[^/]+/schemas(\\.ts$|/)',
  '^server/host/language\\.ts$',
  '^server/access/roles\\.ts$',
  '^server/realtime/protocol\\.ts$',
];
/**
 * What decisions may speak of beside their own module: words of the contract, the pure arithmetic of time
 * that the calendar offers, the search engine, and packages that only compute.
 */
const vocabulary = [
  '^server/host/language\\.ts$',
  '^server/host/folded\\.ts$',
  '^server/host/telephone\\.ts$',
  '^server/access/roles\\.ts$',
  '^server/calendar/api\\.ts$',
  '^server/optimise/',
  '^node_modules/snowball-stemmers/',
];

const rule = (
  name: string,
  comment: string,
  from: IRegularForbiddenRuleType['from'],
  to: IRegularForbiddenRuleType['to'],
): IForbiddenRuleType => ({ name, severity: 'error', comment, from, to });

/** @param modules core modules shaped like plugins: the folders of `server` that have a plugin.ts. */
export const dependencyRules = (modules: readonly string[]): DependencyRules => ({
  all: [
    rule(
      'plugins-meet-through-api',
      'A plugin reaches another through its api.ts only.',
      { path: '^plugins/([^/]+)/' },
      { path: '^plugins/', pathNot: ['^plugins/$1/', '^plugins/[^/]+/api\\.ts$'] },
    ),
    rule(
      'modules-meet-through-api',
      'What lies inside a core module is its own business.',
      { path: '^(?:server|plugins)/([^/]+)/', pathNot: tests },
      { path: `^server/(${modules.join('|')})/${inside}`, pathNot: '^server/$1/' },
    ),
    rule(
      'core-knows-no-plugin',
      'Deleting a plugin must leave the core whole; only the catalogs name plugins.',
      { path: '^(server|client)/', pathNot: '^server/(catalog|commandLines)\\.ts$' },
      { path: '^plugins/' },
    ),
    rule(
      'domain-is-pure',
      'Decisions depend on their arguments alone: no database, HTTP, clock or file.',
      { path: '^((?:server|plugins)/[^/]+)/domain/', pathNot: [tests, '^server/calendar/'] },
      { pathNot: ['^$1/domain/', ...vocabulary] },
    ),
    rule(
      'calendar-domain-is-pure',
      'The same, but zones and recurrence are what this module is about.',
      { path: '^server/calendar/domain/', pathNot: tests },
      { pathNot: ['^server/calendar/domain/', '^node_modules/(@types/)?(luxon|rrule)/', '^module$'] },
    ),
    rule(
      'routes-skip-no-layer',
      'A route hands over to a command or a query.',
      { path: '^(server|plugins)/[^/]+/routes/' },
      { path: '/(store|domain|migrations)/|^server/db/|^node_modules/knex/' },
    ),
    rule(
      'use-cases-know-no-http',
      'Commands and queries are called by routes, reactions, jobs and the command line alike.',
      { path: '^(server|plugins)/[^/]+/(commands|queries|domain|store)/' },
      {
        path: '/routes/|^server/http/|^node_modules/(@types/)?express',
        pathNot: '^server/http/(problems?|refusing)\\.ts$',
      },
    ),
    rule(
      'client-knows-only-contracts',
      'Even types come from the schemas only.',
      { path: client, pathNot: tests },
      { path: '^(server|plugins)/', pathNot: ['^plugins/[^/]+/client/', '/locales/', ...contracts] },
    ),
    rule(
      'server-knows-no-client',
      'Pages are not part of the server.',
      { path: '^(server|plugins)/', pathNot: [client, tests] },
      { path: [client, '^node_modules/(@types/)?(react|react-dom|@mantine|@tanstack)/'] },
    ),
    rule(
      'product-imports-no-tests',
      'Tests lean on the product, not the other way round.',
      { path: '^(server|plugins|client)/', pathNot: tests },
      { path: tests, pathNot: '^node_modules/' },
    ),
    rule('no-unresolvable', 'An import of something that is not there.', {}, { couldNotResolve: true }),
  ],
  runtime: [
    rule(
      'store-decides-nothing',
      'A store reads and writes rows. It may know the types of the domain, not its decisions.',
      { path: '^(server|plugins)/[^/]+/store/' },
      { path: '/(commands|queries|routes|reactions|jobs|domain)/|^server/(http|auth|realtime)/' },
    ),
    rule(
      'only-the-database-layer-connects',
      'Everything else is given a connection.',
      { path: '^(server|plugins)/', pathNot: ['^server/db/', '^server/realtime/postgresListener\\.ts$', tests] },
      { path: '^node_modules/(knex|pg|better-sqlite3)/' },
    ),
    rule(
      'client-runs-no-server-code',
      'The browser gets types from the server, never code.',
      { path: client, pathNot: tests },
      { path: '^(server|plugins)/', pathNot: ['^plugins/[^/]+/client/', '/locales/'] },
    ),
    rule(
      'server-runs-on-dependencies',
      'Production installs no development dependency.',
      { path: '^(server|plugins)/', pathNot: [client, tests] },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    ),
    rule(
      'commands-on-files-load-no-server',
      'A command of a plugin works on files; loading the server would take longer than many of them do.',
      { path: '^plugins/[^/]+/(cli/|commandLine\\.ts$)' },
      {
        path: [
          '^server/',
          '^plugins/[^/]+/(commands|queries|routes|store|jobs|reactions)/',
          '^node_modules/(express|knex)/',
        ],
        pathNot: ['^server/host/commandLine\\.ts$', '^server/optimise/'],
      },
    ),
    rule('no-cycles', 'Modules that need each other at run time are one module.', {}, { circular: true }),
  ],
});
