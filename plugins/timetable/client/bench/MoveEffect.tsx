import { useQuery } from '@tanstack/react-query';
import { ProblemView } from '../../../../client/src/kit/ProblemView.tsx';
import { type LessonOfDraft, moveEffectQuery, type Place } from '../api/drafts.ts';
import { useTexts } from '../useTexts.ts';
import { useEffectWords } from './useMoveWords.ts';
import { useBenchWords } from './words.ts';

interface MoveEffectProps {
  readonly draftId: string;
  readonly lesson: LessonOfDraft;
  readonly to: Place;
}

/** What a move would do, constraint by constraint, before it is saved. */
export function MoveEffect({ draftId, lesson, to }: MoveEffectProps) {
  const { t } = useTexts();
  const { rule, concern } = useBenchWords();
  const effectWords = useEffectWords();
  const { data, error } = useQuery(moveEffectQuery(draftId, lesson, to));
  const changes = data?.changes.filter(({ change }) => change !== 0) ?? [];
  return (
    <div className="told" role="status">
      {error && !data && <ProblemView problem={error} />}
      {!error && !data && t('move.counting')}
      {data && (
        <>
          <p>{t('move.effect', { effect: effectWords(data) })}</p>
          {changes.length > 0 && (
            <ul className="bench-effect">
              {changes.map(({ constraint, change }) => (
                <li key={constraint.id}>
                  <span>{[rule(constraint.rule), concern(constraint)].filter(Boolean).join(': ')}</span>
                  <span className="figures">
                    {change > 0 ? '+' : '−'}
                    {Math.abs(Math.round(change * 10) / 10)}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </div>
  );
}
