import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { List, Row } from '../../../../client/src/kit/List.tsx';
import { ProblemView } from '../../../../client/src/kit/ProblemView.tsx';
import type { Overview } from '../../schemas/overview.ts';
import { createDraft, draftsQuery } from '../api/drafts.ts';
import { overviewQuery } from '../api/weeks.ts';
import { useTexts } from '../useTexts.ts';
import { titleOf } from '../week/lessonEntry.ts';

type Handover = Overview['handovers'][number];

/** Courses with a new teacher whose published lessons are still the former one's, or with one who has left. Draws nothing when there are none. */
export function HandoversCard() {
  const { t } = useTexts();
  const { data } = useQuery(overviewQuery);
  if (!data || data.handovers.length === 0) return null;
  return (
    <div>
      <h3>{t('handover.title')}</h3>
      <List label={t('handover.title')}>
        {data.handovers.map((handover) => {
          const HowRow = handover.hasLeft ? LeftRow : HandoverRow;
          return <HowRow key={`${handover.course.id} ${handover.fromName}`} handover={handover} />;
        })}
      </List>
    </div>
  );
}

/** Leads to the group, where the course is given to somebody else. */
function LeftRow({ handover }: { readonly handover: Handover }) {
  const { t } = useTexts();
  const { group, fromName, lessons } = handover;
  return (
    <Row
      title={`${titleOf(handover)}, ${group.name}`}
      to={`/groups/${group.id}`}
      details={t('handover.left', { count: lessons, from: fromName || t('lesson.noTeacher') })}
    />
  );
}

/** Leads to the exact list of changes; nothing is published before somebody has seen it. */
function HandoverRow({ handover }: { readonly handover: Handover }) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const { group, termId, fromName, toName, lessons } = handover;
  const name = `${titleOf(handover)}, ${group.name}`;
  const making = useWrite(
    () => createDraft({ termId, groupIds: [group.id], name: t('handover.draft', { name }), from: 'published' }),
    {
      refreshes: [draftsQuery.queryKey],
      onDone: (draft) => void navigate(`/workbench/drafts/${draft.id}/publish`),
    },
  );
  return (
    <Row
      title={name}
      details={
        <>
          <div>
            {t('handover.what', {
              count: lessons,
              from: fromName || t('lesson.noTeacher'),
              to: toName || t('lesson.noTeacher'),
            })}
          </div>
          {making.error && <ProblemView problem={making.error} />}
        </>
      }
      actions={
        <Button
          variant="default"
          aria-label={t('handover.prepareNamed', { name })}
          loading={making.isPending}
          onClick={() => making.mutate(undefined)}
        >
          {t('handover.prepare')}
        </Button>
      }
    />
  );
}
