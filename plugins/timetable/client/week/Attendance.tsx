import { useTranslation } from 'react-i18next';
import { List, Row } from '../../../../client/src/kit/List.tsx';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { LessonDetail } from '../../schemas/lessons.ts';

/** Who came to a lesson, from when to when, as the video server told. */
export function Attendance({ attendance }: Pick<LessonDetail, 'attendance'>) {
  const { t } = useTranslation('reschedule');
  const times = useTimes();
  return (
    <section>
      <h3>{t('attendance')}</h3>
      <List label={t('attendance')}>
        {attendance.map(({ person, joinedAt, leftAt, minutes }) => (
          <Row
            key={person.id}
            title={person.name}
            details={<span className="figures">{times.range(joinedAt, leftAt)}</span>}
            trail={<span className="figures">{t('minutes', { count: minutes })}</span>}
          />
        ))}
      </List>
    </section>
  );
}
