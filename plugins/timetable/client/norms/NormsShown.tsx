import type { Subject } from '../../../../client/src/api/schoolLists.ts';
import { Fact, Facts } from '../../../../client/src/kit/Facts.tsx';
import { TableArea } from '../../../../client/src/kit/TableArea.tsx';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { HealthNorms } from '../../schemas/healthNorms.ts';
import { useTexts } from '../useTexts.ts';
import { useNormTexts } from './useNormTexts.ts';

interface NormsShownProps {
  readonly norms: HealthNorms;
  readonly subjects: readonly Subject[];
}

/** Norms for those who keep them but do not change them. */
export function NormsShown({ norms, subjects }: NormsShownProps) {
  const { t } = useTexts();
  const { t: n } = useNormTexts();
  const times = useTimes();
  const heavy = subjects.filter(({ id }) => norms.heavySubjectIds.includes(id)).map(({ name }) => name);
  const { breakMinutes } = norms;
  return (
    <div className="stack">
      <Facts>
        <Fact label={t('norms.load')}>{t(`norms.${norms.load}`)}</Fact>
        <Fact label={t('norms.screen')}>{t(`norms.${norms.screen}`)}</Fact>
        <Fact label={t('norms.heavy')}>{t(`norms.${norms.heavy}`)}</Fact>
        <Fact label={n('shown.break')}>
          {breakMinutes === null ? n('shown.noBreak') : n('shown.minutes', { count: breakMinutes })}
        </Fact>
        {norms.heavy !== 'off' && (
          <Fact label={t('norms.subjects')}>
            {[
              heavy.join(', '),
              norms.heavyWeekdays.map((weekday) => times.weekday(weekday)).join(', '),
              n('shown.hours', { from: norms.heavyFromHour, until: norms.heavyUntilHour }),
            ]
              .filter(Boolean)
              .join('; ')}
          </Fact>
        )}
      </Facts>
      <TableArea caption={t('norms.grades')}>
        <thead>
          <tr>
            <th scope="col">{n('shown.grades')}</th>
            <th scope="col">{n('shown.perDay')}</th>
            <th scope="col">{n('shown.perWeek')}</th>
            <th scope="col">{n('shown.screen')}</th>
            <th scope="col">{n('shown.lesson')}</th>
          </tr>
        </thead>
        <tbody className="figures">
          {norms.grades.map((one) => (
            <tr key={one.fromGrade}>
              <th scope="row">
                {one.fromGrade === one.untilGrade
                  ? one.fromGrade
                  : n('shown.gradeSpan', { from: one.fromGrade, until: one.untilGrade })}
              </th>
              <td>{one.lessonsADay}</td>
              <td>{one.lessonsAWeek}</td>
              <td>{one.screenMinutesADay}</td>
              <td>{one.screenMinutesALesson}</td>
            </tr>
          ))}
        </tbody>
      </TableArea>
    </div>
  );
}
