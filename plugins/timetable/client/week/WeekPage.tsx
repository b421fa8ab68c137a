import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { Link } from 'react-router';
import { useMay } from '../../../../client/src/api/session.ts';
import { Empty } from '../../../../client/src/kit/Empty.tsx';
import { Page } from '../../../../client/src/kit/Page.tsx';
import { lazily } from '../../../../client/src/lazily.ts';
import type { OwnWeek } from '../../schemas/lessons.ts';
import { useLiveTimetable } from '../api/watching.ts';
import { ownWeekQuery } from '../api/weeks.ts';
import { type Texts, useTexts } from '../useTexts.ts';
import { GroupLessons } from './GroupLessons.tsx';
import { LessonWeek } from './LessonWeek.tsx';
import { NextLesson } from './NextLesson.tsx';
import { PlanLinks } from './PlanLinks.tsx';
import { useWeekAddress } from './useWeekAddress.ts';
import { type Whose, WhoseWeek } from './WhoseWeek.tsx';

const RoomChoice = lazily(async () => (await import('./RoomChoice.tsx')).RoomChoice, 'reschedule');
const MeetingRows = lazily(async () => (await import('../meetings/MeetingRows.tsx')).MeetingRows, 'meetings');

/** The week of the reader, of each child, or of a group that the reader looks after. */
export function WeekPage() {
  const { t } = useTexts();
  const { monday, groupId } = useWeekAddress();
  useLiveTimetable();
  const { data, error, isPending, refetch } = useQuery(ownWeekQuery({ from: monday, days: 7 }));
  return (
    <Page
      title={t('week.title')}
      wide
      actions={
        <>
          <PlanLinks {...(groupId ? { groupId } : {})} />
          <Link to="/meetings">{t('week.meetings')}</Link>
          {useMay('timetable.subscribe') && <Link to="/timetable/calendar">{t('week.inPhone')}</Link>}
        </>
      }
      waiting={isPending}
      problem={data ? null : error}
      onRetry={() => void refetch()}
    >
      {data && <Weeks week={data} />}
    </Page>
  );
}

type Section = OwnWeek['sections'][number];

const keyOfSection = ({ as, person }: Section): string => `${as} ${person.id}`;

const optionsOf = ({ sections, groups }: OwnWeek, t: Texts): readonly Whose[] => [
  ...sections.map((section) => ({
    value: keyOfSection(section),
    label: section.as === 'child' ? section.person.name : t(`week.${section.as}`),
  })),
  ...groups.map(({ id, name }) => ({ value: id, label: name })),
];

function Weeks({ week }: { readonly week: OwnWeek }) {
  const { t } = useTexts();
  const { personId, groupId, show } = useWeekAddress();
  const { sections, groups, meetings } = week;
  const asked = groups.find(({ id }) => id === groupId);
  const section = asked ? undefined : (sections.find(({ person }) => person.id === personId) ?? sections[0]);
  const group = section ? undefined : (asked ?? groups[0]);
  const choose = (value: string) => {
    const chosen = sections.find((one) => keyOfSection(one) === value);
    show(chosen ? { person: chosen.person.id } : { group: value });
  };
  if (!section && !group && meetings.length === 0) return <Empty title={t('week.nobody')}>{t('week.nobodyWhy')}</Empty>;
  return (
    <div className="stack">
      <WhoseWeek
        options={optionsOf(week, t)}
        value={section ? keyOfSection(section) : (group?.id ?? '')}
        onChange={choose}
      />
      {section?.as === 'child' && <h2>{section.person.name}</h2>}
      {section && (
        <>
          <NextLesson lesson={section.next} weekOf={section.as} />
          <LessonWeek
            lessons={section.lessons}
            meetings={meetings.filter(({ whose }) => whose.includes(section.person.id))}
            weekOf={section.as}
            personId={section.person.id}
            next={section.next}
          />
        </>
      )}
      {section?.as === 'teaching' && (
        <Suspense fallback={null}>
          <RoomChoice />
        </Suspense>
      )}
      {!section && meetings.length > 0 && (
        <Suspense fallback={null}>
          <MeetingRows meetings={meetings} />
        </Suspense>
      )}
      {group && <GroupLessons groupId={group.id} hasNoPlanLinks />}
    </div>
  );
}
