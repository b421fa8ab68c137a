import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Empty } from '../../../../client/src/kit/Empty.tsx';
import { ProblemView } from '../../../../client/src/kit/ProblemView.tsx';
import { TableArea } from '../../../../client/src/kit/TableArea.tsx';
import { Waiting } from '../../../../client/src/kit/Waiting.tsx';
import type { DraftComparison } from '../../schemas/comparison.ts';
import type { Draft } from '../../schemas/drafts.ts';
import { comparisonQuery, draftsQuery } from '../api/drafts.ts';
import { useBenchTexts } from './useBenchTexts.ts';
import { lessonName, useBenchWords } from './words.ts';

/** This draft and another one of the same term, side by side. */
export function Comparison({ draft }: { readonly draft: Draft }) {
  const { t } = useBenchTexts();
  const { data: drafts, error, refetch } = useQuery(draftsQuery);
  const [picked, setPicked] = useState('');
  if (error && !drafts) return <ProblemView problem={error} onRetry={() => void refetch()} />;
  if (!drafts) return <Waiting rows={4} />;
  const others = drafts.items.filter(({ id, termId }) => id !== draft.id && termId === draft.termId);
  const [first] = others;
  if (!first) return <Empty title={t('compare.none')}>{t('compare.noneWhy')}</Empty>;
  const otherId = picked || first.id;
  return (
    <div className="stack">
      <NativeSelect
        className="bench-date"
        label={t('compare.with')}
        data={others.map(({ id, name }) => ({ value: id, label: name }))}
        value={otherId}
        onChange={(event) => setPicked(event.currentTarget.value)}
      />
      <SideBySide draftId={draft.id} otherId={otherId} />
    </div>
  );
}

function SideBySide({ draftId, otherId }: { readonly draftId: string; readonly otherId: string }) {
  const { t } = useBenchTexts();
  const { data, error, refetch } = useQuery(comparisonQuery(draftId, otherId));
  if (error && !data) return <ProblemView problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting rows={6} />;
  const { lessons, people, onlyFirst, onlySecond } = data;
  return (
    <>
      <Scores comparison={data} />
      {lessons.length === 0 ? (
        <p>{t('compare.same')}</p>
      ) : (
        <p>
          {t('compare.lessons', { count: lessons.length })} {t('compare.students', { count: people.students })}{' '}
          {t('compare.teachers', { count: people.teachers })}
        </p>
      )}
      {onlyFirst + onlySecond > 0 && (
        <p className="quiet small">{t('compare.only', { first: onlyFirst, second: onlySecond })}</p>
      )}
      {lessons.length > 0 && <Places comparison={data} />}
    </>
  );
}

function Scores({ comparison: { first, second, rules } }: { readonly comparison: DraftComparison }) {
  const { t, i18n } = useBenchTexts();
  const { rule } = useBenchWords();
  const figure = (value: number) => value.toLocaleString(i18n.language, { maximumFractionDigits: 1 });
  const rows = [
    { key: 'placed', label: t('compare.placed'), a: first.placed, b: second.placed },
    { key: 'hard', label: t('score.hard'), a: first.hard, b: second.hard },
    { key: 'soft', label: t('score.soft'), a: first.soft, b: second.soft },
    ...rules
      .filter((one) => one.first !== one.second)
      .map((one) => ({ key: `${one.rule} ${one.hard}`, label: rule(one.rule), a: one.first, b: one.second })),
  ];
  return (
    <TableArea caption={t('compare.scores')}>
      <thead>
        <tr>
          <td />
          <th scope="col">{first.name}</th>
          <th scope="col">{second.name}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label, a, b }) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            <td className="figures">{figure(a)}</td>
            <td className="figures">{figure(b)}</td>
          </tr>
        ))}
      </tbody>
    </TableArea>
  );
}

function Places({ comparison: { first, second, lessons } }: { readonly comparison: DraftComparison }) {
  const { t } = useBenchTexts();
  const { place } = useBenchWords();
  const at = (one: DraftComparison['lessons'][number]['first']) => (one ? place(one) : t('steps.nowhere'));
  return (
    <TableArea caption={t('compare.places')}>
      <thead>
        <tr>
          <th scope="col">{t('compare.lesson')}</th>
          <th scope="col">{first.name}</th>
          <th scope="col">{second.name}</th>
        </tr>
      </thead>
      <tbody>
        {lessons.map((one) => (
          <tr key={`${one.lesson.courseId} ${one.lesson.nth}`}>
            <th scope="row">
              {lessonName(one.lesson)}
              {one.teacher && <div className="quiet small">{one.teacher.name}</div>}
            </th>
            <td className="figures">{at(one.first)}</td>
            <td className="figures">{at(one.second)}</td>
          </tr>
        ))}
      </tbody>
    </TableArea>
  );
}
