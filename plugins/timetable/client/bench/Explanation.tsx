import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Choice } from '../../../../client/src/kit/Choice.tsx';
import { Empty } from '../../../../client/src/kit/Empty.tsx';
import { ProblemView } from '../../../../client/src/kit/ProblemView.tsx';
import { Waiting } from '../../../../client/src/kit/Waiting.tsx';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { Draft } from '../../schemas/drafts.ts';
import type { ConstraintView } from '../../schemas/explanation.ts';
import { explanationQuery } from '../api/drafts.ts';
import { useTexts } from '../useTexts.ts';
import { type SharedBy, Shares, sharedBy } from './Shares.tsx';
import { useBenchTexts } from './useBenchTexts.ts';
import { lessonName, useBenchWords } from './words.ts';
import './bench.css';

const shownAtMost = 200;

/** Where the score comes from: constraint by constraint, costliest first, or shared out to groups, teachers, lessons. */
export function Explanation({ draft }: { readonly draft: Draft }) {
  const { t } = useTexts();
  const { t: b } = useBenchTexts();
  const [by, setBy] = useState<'rules' | SharedBy>('rules');
  const { data, error, refetch } = useQuery(explanationQuery(draft.id));
  if (error && !data) return <ProblemView problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting rows={6} />;
  const costly = data.items.filter(({ cost }) => cost > 0);
  if (costly.length === 0) return <Empty title={t('explain.none')}>{t('explain.noneWhy')}</Empty>;
  return (
    <div className="stack">
      <Choice
        legend={b('share.by')}
        options={(['rules', ...sharedBy] as const).map((value) => ({ value, label: b(`share.${value}`) }))}
        value={by}
        onChange={setBy}
      />
      {by === 'rules' ? <Constraints costly={costly} /> : <Shares shares={data.shares} by={by} />}
    </div>
  );
}

function Constraints({ costly }: { readonly costly: readonly ConstraintView[] }) {
  const { t } = useTexts();
  return (
    <>
      <p className="quiet">{t('explain.why')}</p>
      <div>
        {costly.slice(0, shownAtMost).map((constraint) => (
          <Constraint key={constraint.id} constraint={constraint} />
        ))}
      </div>
    </>
  );
}

function Constraint({ constraint }: { readonly constraint: ConstraintView }) {
  const { t, i18n } = useTexts();
  const { rule, concern } = useBenchWords();
  return (
    <details className="bench-details">
      <summary>
        <span>
          {rule(constraint.rule)}
          <span className="quiet"> {concern(constraint)}</span>
        </span>
        <span className="figures">
          {constraint.hard && <span className="small">{t('explain.hard')} </span>}
          {constraint.cost.toLocaleString(i18n.language, { maximumFractionDigits: 1 })}
        </span>
      </summary>
      <Cases constraint={constraint} />
    </details>
  );
}

function Cases({ constraint: { id, cases } }: { readonly constraint: ConstraintView }) {
  const { t } = useTexts();
  const times = useTimes();
  return (
    <ul>
      {cases.map(({ lessons, weekday, count, limit, amount }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: cases have no name of their own and keep their order
        <li key={`${id} ${index}`}>
          {[
            weekday === null ? '' : times.weekday(weekday),
            count === null ? '' : limit === null ? t('explain.count', { count }) : t('explain.limit', { count, limit }),
            count === null ? t('explain.amount', { count: amount }) : '',
          ]
            .filter(Boolean)
            .join(', ')}
          {lessons.length > 0 && (
            <span className="quiet small"> {[...new Set(lessons.map(lessonName))].join('; ')}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
