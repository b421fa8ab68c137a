import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../../../client/src/kit/Empty.tsx';
import { List, Row } from '../../../../client/src/kit/List.tsx';
import { ProblemView } from '../../../../client/src/kit/ProblemView.tsx';
import { Section } from '../../../../client/src/kit/Section.tsx';
import { Sheet } from '../../../../client/src/kit/Sheet.tsx';
import { StateText } from '../../../../client/src/kit/StateText.tsx';
import { Waiting } from '../../../../client/src/kit/Waiting.tsx';
import type { Draft } from '../../schemas/drafts.ts';
import type { LessonRef } from '../../schemas/explanation.ts';
import type { FindingList } from '../../schemas/findings.ts';
import { findingsQuery } from '../api/drafts.ts';
import { useTexts } from '../useTexts.ts';
import { CompromiseOffers } from './CompromiseOffers.tsx';
import { type SameFindings, sameFindings } from './sameFindings.ts';
import { Together } from './Together.tsx';
import { lessonName, useBenchWords } from './words.ts';

/** What keeps a whole timetable from being possible, and the fairest way out. */
export function Findings({ draft }: { readonly draft: Draft }) {
  const { t } = useTexts();
  const { data, error, refetch } = useQuery(findingsQuery(draft.id));
  const [solving, setSolving] = useState<Pick<LessonRef, 'courseId' | 'nth'>>();
  const lesson = draft.items.find(({ courseId, nth }) => courseId === solving?.courseId && nth === solving.nth);
  if (error && !data) return <ProblemView problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting rows={4} />;
  if (data.items.length === 0) return <Empty title={t('finding.none')}>{t('finding.noneWhy')}</Empty>;
  return (
    <>
      <List label={t('draft.part.findings')}>
        {sameFindings(data.items).map((same) => (
          <FindingRow key={JSON.stringify(same)} same={same} draft={draft} onSolve={setSolving} />
        ))}
      </List>
      <Sheet
        title={lesson ? lessonName(lesson) : t('lesson.title')}
        opened={lesson !== undefined}
        onClose={() => setSolving(undefined)}
        wide
      >
        {lesson && <CompromiseOffers draft={draft} lesson={lesson} onDone={() => setSolving(undefined)} />}
      </Sheet>
      {data.fairest && <Fairest fairest={data.fairest} />}
    </>
  );
}

interface FindingRowProps {
  readonly same: SameFindings;
  readonly draft: Draft;
  readonly onSolve: (lesson: Pick<LessonRef, 'courseId' | 'nth'>) => void;
}

function FindingRow({ same: { finding, times, lessons, leftOver }, draft, onSolve }: FindingRowProps) {
  const { t } = useTranslation('timetable');
  const { t: text } = useTexts();
  const { nameOf } = useBenchWords();
  const { code, groupName, homeSchoolName, subjectName, teacher, needed, free, minutes, people, isImpossible } =
    finding;
  const [toSolve] = code === 'no-place' ? lessons : [];
  return (
    <Row
      title={t(`compose.findings.${code}`, {
        group: [groupName, homeSchoolName].filter(Boolean).join(', '),
        subject: subjectName ?? '',
        who: teacher?.name ?? groupName ?? '',
        needed,
        free,
        minutes,
      })}
      details={
        <>
          {isImpossible && <StateText tone="stopped">{text('finding.impossible')}</StateText>}
          {times > 1 && <div>{text('finding.ofLessons', { count: times })}</div>}
          {people.length > 0 && (
            <div>
              {text('finding.people', {
                people: people
                  .slice(0, 8)
                  .map(({ person, places }) => `${nameOf(person)} (${places})`)
                  .join(', '),
              })}
            </div>
          )}
          <Together finding={finding} />
          {leftOver.length > 0 && !toSolve && (
            <div>{text('finding.leftOver', { lessons: [...new Set(leftOver.map(lessonName))].join('; ') })}</div>
          )}
        </>
      }
      {...(toSolve && draft.may.change
        ? {
            actions: (
              <Button
                variant="default"
                aria-label={text('finding.solveNamed', { lesson: lessonName(toSolve) })}
                onClick={() => onSolve(toSolve)}
              >
                {text('compromise.open')}
              </Button>
            ),
          }
        : {})}
    />
  );
}

function Fairest({ fairest }: { readonly fairest: NonNullable<FindingList['fairest']> }) {
  const { t } = useTexts();
  const { place, nameOf } = useBenchWords();
  return (
    <Section title={t('fairest.title')}>
      <p className="quiet">
        {t('fairest.sum', { count: fairest.sum, worst: fairest.worst })}{' '}
        {t(fairest.isProven ? 'fairest.proven' : 'fairest.found')}
      </p>
      <List label={t('fairest.title')}>
        {fairest.items.map((item) => (
          <Row
            key={`${item.lesson.courseId} ${item.lesson.nth}`}
            lead={place(item)}
            title={lessonName(item.lesson)}
            details={t('fairest.without', { names: item.absent.map(({ person }) => nameOf(person)).join(', ') })}
          />
        ))}
      </List>
      <p className="quiet small">{t('fairest.how')}</p>
    </Section>
  );
}
