import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../../../client/src/kit/Empty.tsx';
import { FieldErrors } from '../../../../client/src/kit/FieldErrors.tsx';
import { List, Row } from '../../../../client/src/kit/List.tsx';
import { ProblemView } from '../../../../client/src/kit/ProblemView.tsx';
import { StateText } from '../../../../client/src/kit/StateText.tsx';
import { Waiting } from '../../../../client/src/kit/Waiting.tsx';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { CompromiseView } from '../../schemas/compromises.ts';
import type { Draft } from '../../schemas/drafts.ts';
import { compromisesQuery, useWithdrawCompromise } from '../api/drafts.ts';
import { useTexts } from '../useTexts.ts';
import { useBenchWords } from './words.ts';

/** Absences that somebody accepted under their name, and what the student gets instead. */
export function Compromises({ draft }: { readonly draft: Draft }) {
  const { t } = useTexts();
  const { data, error, refetch } = useQuery(compromisesQuery(draft.id));
  const withdrawing = useWithdrawCompromise(draft);
  if (error && !data) return <ProblemView problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting rows={3} />;
  if (data.items.length === 0) return <Empty title={t('compromise.none')}>{t('compromise.noneWhy')}</Empty>;
  return (
    <>
      <FieldErrors problem={withdrawing.error} />
      <List label={t('draft.part.compromises')}>
        {data.items.map((one) => (
          <CompromiseRow
            key={one.id}
            draft={draft}
            compromise={one}
            isPending={withdrawing.isPending}
            onWithdraw={() => withdrawing.mutate(one.id)}
          />
        ))}
      </List>
    </>
  );
}

interface CompromiseRowProps {
  readonly draft: Draft;
  readonly compromise: CompromiseView;
  readonly isPending: boolean;
  readonly onWithdraw: () => void;
}

function CompromiseRow({ draft, compromise, isPending, onWithdraw }: CompromiseRowProps) {
  const { t } = useTexts();
  const { t: words } = useTranslation('timetable');
  const { nameOf, place } = useBenchWords();
  const times = useTimes();
  const { student, groupId, groupName, subjectName, weekday, hour, substitute, state, may } = compromise;
  const startsTime =
    draft.grids
      .find((grid) => grid.groupId === groupId)
      ?.places.find((one) => one.weekday === weekday && one.hour === hour)?.startsTime ?? '';
  return (
    <Row
      title={t('compromise.absent', { name: nameOf(student) })}
      details={
        <>
          <div className="figures">
            {[place({ weekday, startsTime }), subjectName ?? t('compromise.anyLesson'), groupName]
              .filter(Boolean)
              .join(' · ')}
          </div>
          <div>
            {t('compromise.instead', { kind: words(`compose.substitutes.${substitute.kind}`), text: substitute.text })}
          </div>
          <div>{t('compromise.by', { name: compromise.acceptedBy, when: times.dateTime(compromise.acceptedAt) })}</div>
          {state === 'withdrawn' && (
            <StateText tone="stopped">
              {t('compromise.withdrawn', {
                name: compromise.withdrawnBy ?? '',
                when: compromise.withdrawnAt ? times.dateTime(compromise.withdrawnAt) : '',
              })}
            </StateText>
          )}
        </>
      }
      {...(may.withdraw
        ? {
            actions: (
              <Button
                variant="default"
                aria-label={t('compromise.withdrawNamed', { name: nameOf(student) })}
                loading={isPending}
                onClick={onWithdraw}
              >
                {t('compromise.withdraw')}
              </Button>
            ),
          }
        : {})}
    />
  );
}
