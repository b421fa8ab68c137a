import { useTranslation } from 'react-i18next';
import type { GroupView } from '../../api/groups.ts';
import { Empty } from '../../kit/Empty.tsx';
import { List, Row } from '../../kit/List.tsx';
import { Section } from '../../kit/Section.tsx';
import { dayOf } from '../../time/days.ts';
import { useNow } from '../../time/useNow.ts';
import { useTimes } from '../../time/useTimes.ts';
import { GroupReadiness } from './GroupReadiness.tsx';

/** Tutors and students of a group, and what it still lacks. */
export function GroupPeople({ group }: { readonly group: GroupView }) {
  const { t } = useTranslation('client');
  return (
    <>
      {group.may.checkReadiness && <GroupReadiness groupId={group.id} />}
      <Section title={t('groups.tutors')}>
        {group.tutors.length === 0 ? (
          <Empty title={t('groups.noTutor')}>{t('groups.noTutorWhy')}</Empty>
        ) : (
          <List label={t('groups.tutors')}>
            {group.tutors.map((tutor) => (
              <Row
                key={`${tutor.personId} ${tutor.fromOn}`}
                title={tutor.name}
                details={<Stay {...tutor} />}
                to={`/people/${tutor.personId}`}
              />
            ))}
          </List>
        )}
      </Section>
      <Section title={t('groups.members')}>
        {group.members.length === 0 ? (
          <Empty title={t('groups.noMembers')}>{t('groups.noMembersWhy')}</Empty>
        ) : (
          <List label={t('groups.members')}>
            {group.members.map((member) => (
              <Row
                key={`${member.personId} ${member.fromOn}`}
                title={member.name}
                details={<Stay {...member} />}
                trail={<span className="small">{subgroupsOf(group, member.personId)}</span>}
                {...(member.isReached ? { to: `/people/${member.personId}` } : {})}
              />
            ))}
          </List>
        )}
      </Section>
    </>
  );
}

const subgroupsOf = ({ subgroups }: GroupView, personId: string): string =>
  subgroups
    .filter(({ memberIds }) => memberIds.includes(personId))
    .map(({ name }) => name)
    .join(', ');

interface StayProps {
  readonly fromOn: string;
  readonly untilOn: string | null;
}

/** Said only when it matters: somebody comes later, or leaves on a known day. */
function Stay({ fromOn, untilOn }: StayProps) {
  const { t } = useTranslation('client');
  const times = useTimes();
  const today = dayOf(useNow(), times.zone);
  const words = [
    ...(fromOn > today ? [t('groups.from', { day: times.longDate(fromOn) })] : []),
    ...(untilOn ? [t('groups.until', { day: times.longDate(untilOn) })] : []),
  ];
  return <>{words.join(', ')}</>;
}
