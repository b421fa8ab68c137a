import { Button, Checkbox, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GroupView } from '../../../api/groups.ts';
import { write } from '../../../api/request.ts';
import { useWrite } from '../../../api/useWrite.ts';
import { errorOf, FieldErrors } from '../../../kit/FieldErrors.tsx';
import { Sheet } from '../../../kit/Sheet.tsx';
import { showToast } from '../../../kit/toasts.ts';
import '../../../kit/picker.css';

type Subgroup = GroupView['subgroups'][number];

interface SubgroupSheetProps {
  readonly group: GroupView;
  /** Left out: a new one. */
  readonly subgroup?: Subgroup | undefined;
  readonly onClose: () => void;
}

const ofName = (group: GroupView, name: string): Subgroup | undefined =>
  group.subgroups.find((one) => one.name === name);

/** A part of a group that has some lessons for itself, and who is in it. */
export function SubgroupSheet({ group, subgroup, onClose }: SubgroupSheetProps) {
  const { t } = useTranslation('client');
  const [name, setName] = useState(subgroup?.name ?? '');
  const [chosen, setChosen] = useState<readonly string[]>(subgroup?.memberIds ?? []);
  const saving = useWrite(
    async () => {
      const called = { name: name.trim() };
      let part = subgroup;
      if (!part) {
        const made = await write<GroupView>('POST', `/groups/${group.id}/subgroups`, called);
        part = ofName(made, called.name);
      } else if (part.name !== called.name) {
        const named = await write<GroupView>('PATCH', `/subgroups/${part.id}`, called, { revision: part.revision });
        part = ofName(named, called.name);
      }
      if (!part) return;
      await write('PUT', `/subgroups/${part.id}/members`, { personIds: chosen }, { revision: part.revision });
    },
    {
      refreshes: [['groups']],
      onDone: () => {
        showToast(t('settings.saved'));
        onClose();
      },
    },
  );
  const removing = useWrite(() => write('DELETE', `/subgroups/${subgroup?.id}`), {
    refreshes: [['groups']],
    onDone: onClose,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate(undefined);
  };
  return (
    <Sheet title={subgroup?.name ?? t('manage.newSubgroup')} opened onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <FieldErrors problem={saving.error ?? removing.error} shownElsewhere={['name']} />
        <TextInput
          label={t('manage.subgroupName')}
          maxLength={200}
          data-autofocus
          value={name}
          error={errorOf(saving.error, 'name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <fieldset className="picker">
          <legend>{t('manage.whichStudents')}</legend>
          <div className="picker-people">
            {group.members.map((member) => (
              <Checkbox
                key={`${member.personId} ${member.fromOn}`}
                label={member.name}
                checked={chosen.includes(member.personId)}
                onChange={(event) =>
                  setChosen(
                    event.currentTarget.checked
                      ? [...chosen, member.personId]
                      : chosen.filter((id) => id !== member.personId),
                  )
                }
              />
            ))}
          </div>
        </fieldset>
        <div className="sheet-foot">
          {subgroup && (
            <Button variant="default" loading={removing.isPending} onClick={() => removing.mutate(undefined)}>
              {t('manage.removeSubgroup')}
            </Button>
          )}
          <Button type="submit" disabled={!name.trim()} loading={saving.isPending}>
            {t('manage.save')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
