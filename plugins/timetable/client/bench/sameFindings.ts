import type { FindingView } from '../../schemas/findings.ts';

/** Findings that say the same of several lessons. */
export interface SameFindings {
  readonly finding: FindingView;
  /** Of how many lessons of the course it is said. */
  readonly times: number;
  /** All lessons of which it is said. */
  readonly lessons: FindingView['lessons'];
  readonly leftOver: FindingView['leftOver'];
}

const said = ({ lessons: _, leftOver: __, ...rest }: FindingView): string => JSON.stringify(rest);

/** What is said of each lesson of a course alike is said once, in the order in which it came. */
export function sameFindings(findings: readonly FindingView[]): readonly SameFindings[] {
  const byWords = new Map<string, FindingView[]>();
  for (const finding of findings) {
    const key = said(finding);
    const same = byWords.get(key);
    if (same) same.push(finding);
    else byWords.set(key, [finding]);
  }
  return [...byWords.values()].flatMap((same) => {
    const [finding] = same;
    if (!finding) return [];
    return [
      {
        finding,
        times: same.length,
        lessons: same.flatMap(({ lessons }) => lessons),
        leftOver: same.flatMap(({ leftOver }) => leftOver),
      },
    ];
  });
}
