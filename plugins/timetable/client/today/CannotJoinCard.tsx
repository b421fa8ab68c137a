import { useQuery } from '@tanstack/react-query';
import { List, Row } from '../../../../client/src/kit/List.tsx';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import { cannotJoinQuery } from '../api/policies.ts';
import { useTexts } from '../useTexts.ts';

const shown = 5;

/** Who can no longer be online for which lessons; leads to the first of them, where another time is proposed. */
export function CannotJoinCard() {
  const { t } = useTexts();
  const times = useTimes();
  const { data } = useQuery(cannotJoinQuery);
  const items = data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <div>
      <h3>{t('watch.title')}</h3>
      <List label={t('watch.title')}>
        {items.slice(0, shown).map(({ person, subjectName, groupName, firstLessonId, firstAt, lessons }) => (
          <Row
            key={`${person.id} ${firstLessonId}`}
            to={`/timetable?lesson=${firstLessonId}`}
            title={`${person.name} · ${subjectName}, ${groupName}`}
            details={t('watch.what', { count: lessons, when: times.dateTime(firstAt) })}
          />
        ))}
      </List>
    </div>
  );
}
