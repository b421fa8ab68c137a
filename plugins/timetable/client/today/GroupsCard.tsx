import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useMay } from '../../../../client/src/api/session.ts';
import { List, Row } from '../../../../client/src/kit/List.tsx';
import { ProblemView } from '../../../../client/src/kit/ProblemView.tsx';
import { StateText } from '../../../../client/src/kit/StateText.tsx';
import { Waiting } from '../../../../client/src/kit/Waiting.tsx';
import { dayOf } from '../../../../client/src/time/days.ts';
import { useNow } from '../../../../client/src/time/useNow.ts';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { Overview } from '../../schemas/overview.ts';
import { useLiveTimetable } from '../api/watching.ts';
import { overviewQuery } from '../api/weeks.ts';
import { useTexts } from '../useTexts.ts';

type Group = Overview['groups'][number];

const shown = 6;

/** Those without a timetable first, then those whose next lesson begins soonest. */
const byNeed = (a: Group, b: Group): number => (a.nextAt ?? '').localeCompare(b.nextAt ?? '');

/** The reader's groups: what they have today, what comes next, and which still lack a timetable. */
export function GroupsCard() {
  const { t } = useTexts();
  useLiveTimetable();
  const { data, error, isPending, refetch } = useQuery(overviewQuery);
  if (isPending) return <Waiting rows={2} />;
  if (error && !data) return <ProblemView problem={error} onRetry={() => void refetch()} />;
  const groups = (data?.groups ?? []).toSorted(byNeed);
  if (groups.length === 0) return null;
  const today = groups.reduce((sum, group) => sum + group.today, 0);
  return (
    <div className="stack">
      <p className="quiet">
        {today > 0 ? t('today.lessons', { count: today }) : t('today.noLessons')} ·{' '}
        {t('today.groups', { count: groups.length })}
      </p>
      <List label={t('today.ofGroups')}>
        {groups.slice(0, shown).map((group) => (
          <GroupRow key={group.id} group={group} />
        ))}
      </List>
      {groups.length > shown && <Link to="/groups">{t('today.allGroups', { count: groups.length })}</Link>}
    </div>
  );
}

function GroupRow({ group }: { readonly group: Group }) {
  const { t } = useTexts();
  const times = useTimes();
  const now = useNow();
  const mayCompose = useMay('timetable.compose');
  const { id, name, nextAt, openRequests } = group;
  if (nextAt === null) {
    return (
      <Row
        to={mayCompose ? '/workbench' : `/groups/${id}`}
        title={name}
        details={<StateText tone="waiting">{t(mayCompose ? 'today.toCompose' : 'today.noTimetable')}</StateText>}
      />
    );
  }
  const isToday = dayOf(new Date(nextAt), times.zone) === dayOf(now, times.zone);
  return (
    <Row
      to={`/groups/${id}/timetable`}
      title={name}
      details={[
        ...(group.today > 0 ? [t('today.lessons', { count: group.today })] : []),
        t('today.next', { when: isToday ? times.time(nextAt) : times.dateTime(nextAt) }),
      ].join(' · ')}
      {...(openRequests > 0 ? { trail: t('today.requests', { count: openRequests }) } : {})}
    />
  );
}
