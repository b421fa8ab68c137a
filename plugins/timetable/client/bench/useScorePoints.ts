import { useEffect, useState } from 'react';
import type { SolveDetail } from '../../schemas/solving.ts';
import type { ScorePoint } from './SolveChart.tsx';

/** Gathers the scores that a running search reports, one for each share of the work. */
export function useScorePoints(detail: SolveDetail | undefined, share: number): readonly ScorePoint[] {
  const [points, setPoints] = useState<readonly ScorePoint[]>([]);
  const { hard, soft } = detail ?? {};
  useEffect(() => {
    if (hard === undefined || soft === undefined) return;
    setPoints((known) => [...known.filter((point) => point.share < share), { share, hard, soft }]);
  }, [hard, soft, share]);
  return points;
}
