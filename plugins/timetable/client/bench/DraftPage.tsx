import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { Page } from '../../../../client/src/kit/Page.tsx';
import { TabLinks } from '../../../../client/src/kit/TabLinks.tsx';
import { useTopic } from '../../../../client/src/realtime/useTopic.ts';
import type { Draft } from '../../schemas/drafts.ts';
import { draftQuery } from '../api/drafts.ts';
import { useTexts } from '../useTexts.ts';
import { Comparison } from './Comparison.tsx';
import { Compromises } from './Compromises.tsx';
import { DraftActions } from './DraftActions.tsx';
import { DraftSteps } from './DraftSteps.tsx';
import { DraftWeek } from './DraftWeek.tsx';
import { Explanation } from './Explanation.tsx';
import { Findings } from './Findings.tsx';
import { PublishPart } from './PublishPart.tsx';
import { SolvePanel } from './SolvePanel.tsx';
import { StepTools } from './StepTools.tsx';
import { useBenchTexts } from './useBenchTexts.ts';

const parts = {
  findings: Findings,
  explanation: Explanation,
  compromises: Compromises,
  steps: DraftSteps,
  compare: Comparison,
  publish: PublishPart,
} as const;
const names = ['findings', 'explanation', 'compromises', 'steps', 'compare', 'publish'] as const;
type Part = (typeof names)[number];

const partOf = (asked: string | undefined): Part | undefined => names.find((name) => name === asked);

/** One draft: solve it, see it, change it, publish it. */
export function DraftPage() {
  const { t } = useTexts();
  const { t: b } = useBenchTexts();
  const { draftId = '', part } = useParams();
  const query = draftQuery(draftId);
  useTopic('timetable.draft', draftId, [['drafts', 'one', draftId]]);
  const { data, error, isPending, refetch } = useQuery(query);
  const base = `/workbench/drafts/${draftId}`;
  const chosen = partOf(part);
  const Shown = chosen ? parts[chosen] : DraftWeek;
  return (
    <Page
      title={data?.name ?? t('draft.one')}
      summary={data && <DraftSummaryLine draft={data} />}
      above={<Link to="/workbench">{t('draft.all')}</Link>}
      actions={data && <DraftActions draft={data} />}
      wide
      waiting={isPending}
      problem={data ? null : error}
      onRetry={() => void refetch()}
    >
      {data && (
        <>
          {data.state !== 'draft' && <p className="told">{t(`draft.state.${data.state}`)}</p>}
          {data.solvingJobId && <SolvePanel key={data.solvingJobId} draft={data} jobId={data.solvingJobId} />}
          <StepTools draft={data} />
          <TabLinks
            label={data.name}
            tabs={[
              { to: base, label: t('draft.part.week') },
              ...names.map((name) => ({
                to: `${base}/${name}`,
                label: name === 'steps' || name === 'compare' ? b(`part.${name}`) : t(`draft.part.${name}`),
              })),
            ]}
          />
          <Shown draft={data} />
        </>
      )}
    </Page>
  );
}

function DraftSummaryLine({ draft: { groups, lessons, score } }: { readonly draft: Draft }) {
  const { t } = useTexts();
  const parts = [
    groups.map(({ name }) => name).join(', '),
    t('draft.placed', { placed: lessons.placed, count: lessons.total }),
    score.hard > 0 ? t('draft.broken', { count: Math.ceil(score.hard) }) : t('draft.holds'),
    t('draft.soft', { points: Math.round(score.soft * 10) / 10 }),
  ];
  return <span className="figures">{parts.join(' · ')}</span>;
}
