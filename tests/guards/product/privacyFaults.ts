import { declaredColumns, type TablePrivacy } from '../../../server/host/privacy.ts';

/** A table's columns as the database has them. */
export type Tables = ReadonlyMap<string, readonly string[]>;

/** Where what is declared of tables and what is there differ, one line each. */
export function privacyFaults(tables: Tables, declared: readonly TablePrivacy[]): string[] {
  const names = declared.map(({ table }) => table);
  return [
    ...[...tables.keys()].filter((table) => !names.includes(table)).map((table) => `${table} is not declared`),
    ...names.filter((table, at) => names.indexOf(table) !== at).map((table) => `${table} is declared twice`),
    ...declared.flatMap((one) => faultsOf(one, tables)),
    ...declared.flatMap((one, at) => lostOwners(one, declared.slice(at + 1))),
  ];
}

/** What is declared later is erased earlier: a table that is found through it would not be found any more. */
const lostOwners = ({ table, owners, erases }: TablePrivacy, later: readonly TablePrivacy[]): string[] =>
  owners.flatMap(({ through }) => {
    const way = through && later.find((one) => one.table === through.table);
    const isLost = way && (way.erases === 'rows' || through.key in way.overwritten || through.owner in way.overwritten);
    return isLost && erases !== 'nothing' ? [`${table} is found through ${way.table}, which is erased before it`] : [];
  });

function faultsOf(privacy: TablePrivacy, tables: Tables): string[] {
  const { table, why, owners } = privacy;
  const there = tables.get(table);
  if (!there) return [`${table} is declared, but there is no such table`];
  const declared = declaredColumns(privacy);
  const used = [...owners.map(({ column }) => column), ...(privacy.retention ? [privacy.retention.since] : [])];
  return [
    ...there.filter((column) => !declared.includes(column)).map((column) => `${table}.${column} is not declared`),
    ...[...declared, ...used]
      .filter((column) => !there.includes(column))
      .map((column) => `${table}.${column} is declared, but there is no such column`),
    ...(why.trim() ? [] : [`${table} has no reason`]),
    ...owners.flatMap(({ through }) =>
      through && ![through.key, through.owner].every((column) => tables.get(through.table)?.includes(column))
        ? [`${table} leads through columns of ${through.table} that are not there`]
        : [],
    ),
  ];
}
