import { Checkbox, CloseButton, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { groupsQuery } from '../../../../client/src/api/groups.ts';
import { PersonPicker, type Picked } from '../../../../client/src/pages/people/PersonPicker.tsx';
import type { MeetingSearch } from '../../schemas/meetings.ts';
import { useMeetingTexts } from './useMeetingTexts.ts';

export type ChosenGroup = MeetingSearch['groups'][number];

/** Who is to meet; whoever plans it need not be named. */
export interface Who {
  readonly people: readonly Picked[];
  readonly groups: readonly ChosenGroup[];
}

interface WhoMeetsProps {
  readonly value: Who;
  readonly me: string;
  readonly onChange: (who: Who) => void;
}

/** People by name, and groups or a part of them. */
export function WhoMeets({ value, me, onChange }: WhoMeetsProps) {
  const { t } = useMeetingTexts();
  return (
    <>
      <GroupChoice chosen={value.groups} onChange={(groups) => onChange({ ...value, groups })} />
      <PersonPicker
        label={t('people')}
        several
        picked={value.people}
        without={[me]}
        onPick={(people) => onChange({ ...value, people })}
      />
    </>
  );
}

const parts = ['students', 'guardians', 'team'] as const;

interface GroupChoiceProps {
  readonly chosen: readonly ChosenGroup[];
  readonly onChange: (chosen: readonly ChosenGroup[]) => void;
}

function GroupChoice({ chosen, onChange }: GroupChoiceProps) {
  const { t } = useMeetingTexts();
  const { data } = useQuery(groupsQuery);
  const groups = (data?.items ?? []).filter(({ isActive }) => isActive);
  const left = groups.filter(({ id }) => !chosen.some(({ groupId }) => groupId === id));
  if (groups.length === 0) return null;
  return (
    <div className="stack">
      {chosen.map((one) => (
        <GroupParts
          key={one.groupId}
          name={groups.find(({ id }) => id === one.groupId)?.name ?? ''}
          whom={one.whom}
          onChange={(whom) => onChange(chosen.map((other) => (other === one ? { ...one, whom: [...whom] } : other)))}
          onRemove={() => onChange(chosen.filter((other) => other !== one))}
        />
      ))}
      {left.length > 0 && (
        <NativeSelect
          label={chosen.length > 0 ? t('anotherGroup') : t('group')}
          value=""
          data={[{ value: '', label: t('chooseGroup') }, ...left.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(event) =>
            event.currentTarget.value && onChange([...chosen, { groupId: event.currentTarget.value, whom: ['team'] }])
          }
        />
      )}
    </div>
  );
}

interface GroupPartsProps {
  readonly name: string;
  readonly whom: ChosenGroup['whom'];
  readonly onChange: (whom: readonly ChosenGroup['whom'][number][]) => void;
  readonly onRemove: () => void;
}

/** Who of a group: at least one part of it. */
function GroupParts({ name, whom, onChange, onRemove }: GroupPartsProps) {
  const { t } = useMeetingTexts();
  return (
    <fieldset className="meeting-group">
      <legend>{t('groupNamed', { name })}</legend>
      {parts.map((part) => (
        <Checkbox
          key={part}
          label={t(`whom.${part}`)}
          checked={whom.includes(part)}
          disabled={whom.length === 1 && whom[0] === part}
          onChange={(event) =>
            onChange(event.currentTarget.checked ? [...whom, part] : whom.filter((one) => one !== part))
          }
        />
      ))}
      <CloseButton aria-label={t('removeGroup', { name })} onClick={onRemove} />
    </fieldset>
  );
}
