import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { LessonDetail } from '../../schemas/lessons.ts';
import { useTexts } from '../useTexts.ts';
import './week.css';

type Change = LessonDetail['history'][number];

/** What became of a lesson since it was published, last first. Draws nothing for one that never changed. */
export function LessonHistory({ history }: { readonly history: readonly Change[] }) {
  const { t } = useTexts();
  const times = useTimes();
  if (history.length === 0) return null;
  const wordsOf = ({ what, from, to }: Change): string =>
    t(`history.${what}`, {
      from: from ? times.dateTime(from.startsAt) : '',
      to: to ? times.dateTime(to.startsAt) : '',
    });
  const sorted = history.toSorted((a, b) => b.at.localeCompare(a.at));
  return (
    <details className="lesson-history">
      <summary>{t('history.title')}</summary>
      <ol>
        {sorted.map((change) => (
          <li key={`${change.at} ${change.what}`}>
            <span>{wordsOf(change)}</span>
            <span className="quiet small">
              {[times.dateTime(change.at), t(`history.how.${change.how}`), change.byName, change.reason]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
