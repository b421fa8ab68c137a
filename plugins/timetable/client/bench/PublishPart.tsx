import { Button, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useNavigate } from 'react-router';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { Empty } from '../../../../client/src/kit/Empty.tsx';
import { errorOf, FieldErrors } from '../../../../client/src/kit/FieldErrors.tsx';
import { ProblemView } from '../../../../client/src/kit/ProblemView.tsx';
import { useSettled } from '../../../../client/src/kit/useSettled.ts';
import { Waiting } from '../../../../client/src/kit/Waiting.tsx';
import { lazily } from '../../../../client/src/lazily.ts';
import { addDays, dayOf, mondayOf } from '../../../../client/src/time/days.ts';
import { useNow } from '../../../../client/src/time/useNow.ts';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { Draft } from '../../schemas/drafts.ts';
import { draftsQuery } from '../api/drafts.ts';
import { type PlanDecision, previewQuery, publicationsQuery, publish } from '../api/publications.ts';
import { useTexts } from '../useTexts.ts';
import { PublicationEffect } from './PublicationEffect.tsx';

const DraftAgreements = lazily(
  async () => (await import('../agreement/DraftAgreements.tsx')).DraftAgreements,
  'agreement',
);

/** Publishing: from when, exactly what changes, who is told, and then doing it. */
export function PublishPart({ draft }: { readonly draft: Draft }) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const today = dayOf(useNow(), useTimes().zone);
  const [effectiveOn, setEffectiveOn] = useState(addDays(mondayOf(today), 7));
  const [decisions, setDecisions] = useState<readonly PlanDecision[]>([]);
  const settled = useSettled(effectiveOn, 500);
  const plan = { draftId: draft.id, effectiveOn: settled, decisions };
  const preview = useQuery({ ...previewQuery(plan), placeholderData: keepPreviousData });
  const { data, error } = preview;
  const publishing = useWrite((fingerprint: string) => publish({ ...plan, fingerprint }), {
    refreshes: [publicationsQuery.queryKey, draftsQuery.queryKey],
    onDone: ({ id }) => void navigate(`/workbench/publications/${id}`),
    onProblem: () => void preview.refetch(),
  });
  const decide = (made: PlanDecision) => setDecisions([...decisions.filter((one) => !isSame(one, made)), made]);
  if (draft.state !== 'draft') return <Empty title={t(`draft.state.${draft.state}`)} />;
  return (
    <div className="stack">
      <TextInput
        className="bench-date"
        type="date"
        label={t('publish.from')}
        description={t('publish.fromWhy')}
        min={today}
        value={effectiveOn}
        error={errorOf(error, 'effectiveOn')}
        onChange={(event) => setEffectiveOn(event.currentTarget.value)}
      />
      {error && <ProblemView problem={error} onRetry={() => void preview.refetch()} />}
      {!error && !data && <Waiting rows={6} />}
      {data && !error && (
        <>
          <PublicationEffect preview={data} onDecide={decide} />
          <Suspense>
            <DraftAgreements draftId={draft.id} />
          </Suspense>
          <FieldErrors problem={publishing.error} />
          <div className="actions">
            <Button
              disabled={!data.may.publish || preview.isPlaceholderData}
              loading={publishing.isPending}
              onClick={() => publishing.mutate(data.fingerprint)}
            >
              {data.told.length > 0 ? t('publish.do', { count: data.told.length }) : t('publish.doQuiet')}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}

const isSame = (a: PlanDecision, b: PlanDecision): boolean =>
  a.courseId === b.courseId && a.nth === b.nth && a.on === b.on;
