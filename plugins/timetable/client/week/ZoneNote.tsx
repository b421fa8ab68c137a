import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { LessonView } from '../../schemas/lessons.ts';
import { useTexts } from '../useTexts.ts';

/** Says on whose clock the times are, when the groups have another one. Draws nothing otherwise. */
export function ZoneNote({ lessons }: { readonly lessons: readonly LessonView[] }) {
  const { t } = useTexts();
  const times = useTimes();
  const foreign = new Set(
    lessons.map(({ atGroup, startsAt }) => times.foreignZone(atGroup.zone, startsAt)).filter(Boolean),
  );
  if (foreign.size === 0) return null;
  return (
    <p className="quiet small">
      {t('week.zone', { mine: times.zoneName(times.zone), theirs: [...foreign].join(', ') })}
    </p>
  );
}
