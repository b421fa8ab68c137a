/** An instance solved by one engine with some seeds; the lists have a value for each. */
export interface Row {
  readonly instance: string;
  readonly engine: string;
  readonly seconds: readonly number[];
  readonly processorSeconds: readonly number[];
  readonly hard: readonly number[];
  readonly costs: readonly number[];
  readonly bestKnown: number | null;
  /** Proposals for each second of processor time; empty when the engine does not tell. */
  readonly proposals: readonly number[];
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[(values.length - 1) >> 1] ?? 0;

const short = (value: number): string => String(Math.round(value * 100) / 100);

const cellsOf = (row: Row): string[] => {
  const cost = median(row.costs);
  const ratio =
    row.bestKnown === null ? '' : row.bestKnown === 0 ? `+${short(cost)}` : (cost / row.bestKnown).toFixed(2);
  return [
    row.instance,
    row.engine,
    short(median(row.seconds)),
    row.processorSeconds.length === 0 ? '' : short(median(row.processorSeconds)),
    String(median(row.hard)),
    short(cost),
    row.costs.map(short).join(' '),
    row.bestKnown === null ? '' : String(row.bestKnown),
    ratio,
    row.proposals.length === 0 ? '' : `${(median(row.proposals) / 1e6).toFixed(2)} M`,
  ];
};

const heads = [
  'instance',
  'engine',
  'seconds',
  'processor s',
  'hard',
  'cost',
  'of each seed',
  'best known',
  'ratio',
  'proposals/s',
];

/** A table in Markdown; medians where there are several seeds. */
export function table(rows: readonly Row[]): string {
  const lines = [heads, heads.map(() => '---'), ...rows.map(cellsOf)];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
