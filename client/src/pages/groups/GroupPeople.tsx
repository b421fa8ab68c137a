import { Button } from '@mantine/core';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GroupView } from '../../api/groups.ts';
import { Empty } from '../../kit/Empty.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { List, Row } from '../../kit/List.tsx';
import { Section } from '../../kit/Section.tsx';
import { lazily } from '../../lazily.ts';
import { dayOf } from '../../time/days.ts';
import { useNow } from '../../time/useNow.ts';
import { useTimes } from '../../time/useTimes.ts';
import { GroupReadiness } from './GroupReadiness.tsx';

const AddPeopleSheet = lazily(
  async () => (await import('./edit/AddPeopleSheet.tsx')).AddPeopleSheet,
  'client/manage',
  'client/people',
);
const EndStaySheet = lazily(async () => (await import('./edit/EndStaySheet.tsx')).EndStaySheet, 'client/manage');
const SubgroupSheet = lazily(async () => (await import('./edit/SubgroupSheet.tsx')).SubgroupSheet, 'client/manage');

type Subgroup = GroupView['subgroups'][number];

/** What is being changed of the people of a group. */
type Change =
  | { readonly what: 'add'; readonly kind: 'members' | 'tutor' }
  | {
      readonly what: 'end';
      readonly kind: 'members' | 'tutors';
      readonly person: { readonly personId: string; readonly name: string };
    }
  | { readonly what: 'subgroup'; readonly subgroup?: Subgroup };

interface PartProps {
  readonly group: GroupView;
  readonly onChange: (change: Change) => void;
}

/** Tutors and students of a group, and what it still lacks. */
export function GroupPeople({ group }: { readonly group: GroupView }) {
  const [change, setChange] = useState<Change>();
  const close = () => setChange(undefined);
  return (
    <>
      {group.may.checkReadiness && <GroupReadiness groupId={group.id} />}
      <Tutors group={group} onChange={setChange} />
      <Members group={group} onChange={setChange} />
      {(group.subgroups.length > 0 || group.may.edit) && <Subgroups group={group} onChange={setChange} />}
      <Suspense>
        {change?.what === 'add' && <AddPeopleSheet group={group} kind={change.kind} onClose={close} />}
        {change?.what === 'end' && (
          <EndStaySheet group={group} kind={change.kind} person={change.person} onClose={close} />
        )}
        {change?.what === 'subgroup' && <SubgroupSheet group={group} subgroup={change.subgroup} onClose={close} />}
      </Suspense>
    </>
  );
}

interface AddButtonProps {
  readonly label: string;
  readonly onClick: () => void;
}

function AddButton({ label, onClick }: AddButtonProps) {
  return (
    <Button variant="default" leftSection={<Icon name="plus" size={16} />} onClick={onClick}>
      {label}
    </Button>
  );
}

interface EndButtonProps {
  readonly label: string;
  readonly name: string;
  readonly onClick: () => void;
}

/** Beside a name, so it says whose day it ends to those who cannot see where it stands. */
function EndButton({ label, name, onClick }: EndButtonProps) {
  return (
    <Button variant="subtle" size="compact-md" aria-label={`${label} ${name}`} onClick={onClick}>
      {label}
    </Button>
  );
}

function Tutors({ group, onChange }: PartProps) {
  const { t } = useTranslation('client');
  const { tutors, may } = group;
  return (
    <Section
      title={t('groups.tutors')}
      actions={
        may.edit && <AddButton label={t('manage.addTutor')} onClick={() => onChange({ what: 'add', kind: 'tutor' })} />
      }
    >
      {tutors.length === 0 ? (
        <Empty title={t('groups.noTutor')}>{t(may.edit ? 'manage.noTutorWhy' : 'groups.noTutorWhy')}</Empty>
      ) : (
        <List label={t('groups.tutors')}>
          {tutors.map((tutor) => (
            <Row
              key={`${tutor.personId} ${tutor.fromOn}`}
              title={tutor.name}
              details={<Stay {...tutor} />}
              to={`/people/${tutor.personId}`}
              {...(may.edit && tutor.untilOn === null
                ? {
                    actions: (
                      <EndButton
                        label={t('manage.ends')}
                        name={tutor.name}
                        onClick={() => onChange({ what: 'end', kind: 'tutors', person: tutor })}
                      />
                    ),
                  }
                : {})}
            />
          ))}
        </List>
      )}
    </Section>
  );
}

function Members({ group, onChange }: PartProps) {
  const { t } = useTranslation('client');
  const { members, may } = group;
  return (
    <Section
      title={t('groups.members')}
      actions={
        may.edit && (
          <AddButton label={t('manage.addMembers')} onClick={() => onChange({ what: 'add', kind: 'members' })} />
        )
      }
    >
      {members.length === 0 ? (
        <Empty title={t('groups.noMembers')}>{t(may.edit ? 'manage.noMembersWhy' : 'groups.noMembersWhy')}</Empty>
      ) : (
        <List label={t('groups.members')}>
          {members.map((member) => (
            <Row
              key={`${member.personId} ${member.fromOn}`}
              title={member.name}
              details={<Stay {...member} />}
              trail={<span className="small">{subgroupsOf(group, member.personId)}</span>}
              {...(member.isReached ? { to: `/people/${member.personId}` } : {})}
              {...(may.edit && member.untilOn === null
                ? {
                    actions: (
                      <EndButton
                        label={t('manage.ends')}
                        name={member.name}
                        onClick={() => onChange({ what: 'end', kind: 'members', person: member })}
                      />
                    ),
                  }
                : {})}
            />
          ))}
        </List>
      )}
    </Section>
  );
}

function Subgroups({ group, onChange }: PartProps) {
  const { t } = useTranslation('client');
  const { subgroups, may } = group;
  return (
    <Section
      title={t('manage.subgroups')}
      actions={may.edit && <AddButton label={t('manage.newSubgroup')} onClick={() => onChange({ what: 'subgroup' })} />}
    >
      {subgroups.length === 0 ? (
        <p className="quiet">{t('manage.noSubgroups')}</p>
      ) : (
        <List label={t('manage.subgroups')}>
          {subgroups.map((subgroup) => (
            <Row
              key={subgroup.id}
              title={subgroup.name}
              details={t('groups.students', { count: subgroup.memberIds.length })}
              {...(may.edit
                ? {
                    actions: (
                      <Button
                        variant="default"
                        size="compact-md"
                        aria-label={t('manage.changeNamed', { name: subgroup.name })}
                        onClick={() => onChange({ what: 'subgroup', subgroup })}
                      >
                        {t('manage.change')}
                      </Button>
                    ),
                  }
                : {})}
            />
          ))}
        </List>
      )}
    </Section>
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
