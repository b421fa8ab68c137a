import { DiffList } from '../../../../client/src/kit/DiffList.tsx';
import { Section } from '../../../../client/src/kit/Section.tsx';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { PublicationPreview } from '../../schemas/publications.ts';
import type { PlanDecision } from '../api/publications.ts';
import { useTexts } from '../useTexts.ts';
import { Exceptions } from './Exceptions.tsx';
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

function Clashes({ clashes }: Pick<PublicationPreview, 'clashes'>) {
  const { t } = useTexts();
  const times = useTimes();
  if (clashes.length === 0) return null;
  return (
    <Section title={t('publish.clashes', { count: clashes.length })}>
      <ul className="bench-plain">
        {clashes.slice(0, 100).map((clash) => (
          <li key={`${clash.personId} ${clash.startsAt} ${clash.courseId}`}>
            {t('publish.clash', {
              name: clash.personName,
              subject: clash.subjectName,
              when: times.dateTime(clash.startsAt),
              other: clash.inTheWay.subjectName ?? t('publish.otherCommitment'),
              otherWhen: times.range(clash.inTheWay.startsAt, clash.inTheWay.endsAt),
            })}
          </li>
        ))}
      </ul>
    </Section>
  );
}
