import { DiffList } from '../../../../client/src/kit/DiffList.tsx';
import { List, Row } from '../../../../client/src/kit/List.tsx';
import { Section } from '../../../../client/src/kit/Section.tsx';
import { dayOf, weekdayOf } from '../../../../client/src/time/days.ts';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { PublicationPreview } from '../../schemas/publications.ts';
import type { PlanDecision } from '../api/publications.ts';
import { useTexts } from '../useTexts.ts';
import { Exceptions } from './Exceptions.tsx';
import { sameClashes } from './sameClashes.ts';
import { Told } from './Told.tsx';
import { useChangeRows } from './useChangeRows.ts';
import { useCountWords } from './useCountWords.ts';
import { lessonName } from './words.ts';

interface PublicationEffectProps {
  readonly preview: PublicationPreview;
  readonly onDecide: (decision: PlanDecision) => void;
}

/** Exactly what publishing would change, and for whom. */
export function PublicationEffect({ preview, onDecide }: PublicationEffectProps) {
  const { t } = useTexts();
  const countWords = useCountWords();
  const rows = useChangeRows();
  const { counts, changes, exceptions, unplaced, withoutTeacher, told } = preview;
  return (
    <>
      <p role="status" className="bench-counts">
        {countWords(counts)}
      </p>
      {unplaced.length > 0 && (
        <p className="told">
          {t('publish.unplaced', {
            count: unplaced.length,
            lessons: [...new Set(unplaced.map((one) => lessonName({ ...one, subgroupName: null })))].join('; '),
          })}
        </p>
      )}
      {withoutTeacher > 0 && <p className="told">{t('publish.withoutTeacher', { count: withoutTeacher })}</p>}
      <Clashes clashes={preview.clashes} />
      {changes.length > 0 && (
        <Section title={t('publish.changes')}>
          <DiffList changes={rows(changes)} />
        </Section>
      )}
      {exceptions.length > 0 && (
        <Exceptions
          exceptions={exceptions}
          onDecide={({ courseId, nth, on }, decision) => onDecide({ courseId, nth, on, decision })}
        />
      )}
      <Told told={told} />
    </>
  );
}

const namedAtMost = 6;

/** Who would be in two places at once; what comes back every week is said once. */
function Clashes({ clashes }: Pick<PublicationPreview, 'clashes'>) {
  const { t } = useTexts();
  const times = useTimes();
  if (clashes.length === 0) return null;
  const weekTimeOf = (instant: string) => `${weekdayOf(dayOf(new Date(instant), times.zone))} ${times.time(instant)}`;
  const same = sameClashes(clashes, weekTimeOf);
  return (
    <Section title={t('publish.clashes', { count: same.length })}>
      <p className="quiet">{t('publish.clashesWhy')}</p>
      <List label={t('publish.clashes', { count: same.length })}>
        {same.map(({ key, clash, names, dates }) => (
          <Row
            key={key}
            title={t('publish.clashPair', {
              subject: clash.subjectName,
              when: times.dateTime(clash.startsAt),
              other: clash.inTheWay.subjectName ?? t('publish.otherCommitment'),
              otherWhen: times.range(clash.inTheWay.startsAt, clash.inTheWay.endsAt),
            })}
            details={
              names.length > namedAtMost
                ? t('publish.andMore', {
                    names: names.slice(0, namedAtMost).join(', '),
                    count: names.length - namedAtMost,
                  })
                : names.join(', ')
            }
            trail={t('publish.dates', { count: dates })}
          />
        ))}
      </List>
    </Section>
  );
}
