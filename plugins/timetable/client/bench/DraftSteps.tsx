import { useQuery } from '@tanstack/react-query';
import { Empty } from '../../../../client/src/kit/Empty.tsx';
import { List, Row } from '../../../../client/src/kit/List.tsx';
import { ProblemView } from '../../../../client/src/kit/ProblemView.tsx';
import { StateText } from '../../../../client/src/kit/StateText.tsx';
import { Waiting } from '../../../../client/src/kit/Waiting.tsx';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { DraftHistory } from '../../schemas/draftHistory.ts';
import type { Draft } from '../../schemas/drafts.ts';
import { historyQuery } from '../api/drafts.ts';
import { useBenchTexts } from './useBenchTexts.ts';
import { lessonName } from './words.ts';

type Step = DraftHistory['items'][number];

/** What was done to a draft, by whom and when; what was taken back says so. */
export function DraftSteps({ draft }: { readonly draft: Draft }) {
  const { t } = useBenchTexts();
  const times = useTimes();
  const { data, error, refetch } = useQuery(historyQuery(draft.id));
  const stepText = useStepText(draft);
  if (error && !data) return <ProblemView problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting rows={4} />;
  if (data.items.length === 0) return <Empty title={t('steps.none')}>{t('steps.noneWhy')}</Empty>;
  return (
    <List label={t('part.steps')}>
      {data.items.map((step) => (
        <Row
          key={step.revision}
          title={stepText(step)}
          details={[step.madeBy, times.dateTime(step.madeAt)].filter(Boolean).join(' · ')}
          {...(step.isUndone ? { trail: <StateText tone="stopped">{t('steps.undone')}</StateText> } : {})}
        />
      ))}
    </List>
  );
}

function useStepText({ grids }: Draft): (step: Step) => string {
  const { t } = useBenchTexts();
  const times = useTimes();
  return ({ kind, changed, lesson, from, to }) => {
    const grid = grids.find(({ groupId }) => groupId === lesson?.groupId);
    const placeText = (at: Step['from']): string => {
      if (!at) return t('steps.nowhere');
      const found = grid?.places.find(({ weekday, hour }) => weekday === at.weekday && hour === at.hour);
      return [times.weekday(at.weekday, 'short'), found?.startsTime].filter(Boolean).join(' ');
    };
    if (kind === 'solved' || !lesson) return t('steps.solved', { count: changed });
    return t(`steps.${kind}`, { lesson: lessonName(lesson), from: placeText(from), to: placeText(to) });
  };
}
