import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GroupView } from '../../../api/groups.ts';
import { write } from '../../../api/request.ts';
import { useWrite } from '../../../api/useWrite.ts';
import { errorOf, FieldErrors } from '../../../kit/FieldErrors.tsx';
import { Sheet } from '../../../kit/Sheet.tsx';
import { showToast } from '../../../kit/toasts.ts';
import { useTimes } from '../../../time/useTimes.ts';
import { ZoneSelect } from '../../../time/ZoneSelect.tsx';

interface GroupSheetProps {
  /** Left out: a new one. */
  readonly group?: GroupView;
  readonly onClose: () => void;
  readonly onMade?: (group: GroupView) => void;
}

const ownFields = ['name', 'grade', 'zone', 'meetingUrlTemplate'];

/** A group's name, grade, clock and the address of its online room. */
export function GroupSheet({ group, onClose, onMade }: GroupSheetProps) {
  const { t } = useTranslation('client');
  const times = useTimes();
  const [name, setName] = useState(group?.name ?? '');
  const [grade, setGrade] = useState(String(group?.grade ?? 5));
  const [zone, setZone] = useState(group?.zone ?? times.zone);
  const [link, setLink] = useState(group?.meetingUrlTemplate ?? '');
  const saving = useWrite(
    () => {
      const facts = { name: name.trim(), grade: Number(grade), zone, meetingUrlTemplate: link.trim() || null };
      return group
        ? write<GroupView>('PATCH', `/groups/${group.id}`, facts, { revision: group.revision })
        : write<GroupView>('POST', '/groups', facts);
    },
    {
      refreshes: [['groups']],
      onDone: (saved) => {
        showToast(t(group ? 'settings.saved' : 'manage.groupMade', { group: saved.name }));
        onClose();
        onMade?.(saved);
      },
    },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate(undefined);
  };
  return (
    <Sheet title={group?.name ?? t('manage.newGroup')} opened onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <FieldErrors problem={saving.error} shownElsewhere={ownFields} />
        <TextInput
          label={t('groups.name')}
          maxLength={200}
          data-autofocus
          value={name}
          error={errorOf(saving.error, 'name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          type="number"
          min={1}
          max={12}
          label={t('manage.grade')}
          value={grade}
          error={errorOf(saving.error, 'grade')}
          onChange={(event) => setGrade(event.currentTarget.value)}
        />
        <ZoneSelect
          label={t('manage.groupZone')}
          description={t('manage.groupZoneWhy')}
          value={zone}
          error={errorOf(saving.error, 'zone')}
          onChange={setZone}
        />
        <TextInput
          type="url"
          label={t('manage.link')}
          placeholder="https://"
          description={t('manage.linkWhy')}
          value={link}
          error={errorOf(saving.error, 'meetingUrlTemplate')}
          onChange={(event) => setLink(event.currentTarget.value)}
        />
        <div className="sheet-foot">
          {group && <CloseGroup group={group} onClosed={onClose} />}
          <Button type="submit" disabled={!name.trim()} loading={saving.isPending}>
            {t(group ? 'manage.save' : 'manage.makeGroup')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

interface CloseGroupProps {
  readonly group: GroupView;
  readonly onClosed: () => void;
}

/** What the group did stays; it only leaves the lists. */
function CloseGroup({ group, onClosed }: CloseGroupProps) {
  const { t } = useTranslation('client');
  const setActive = (isActive: boolean, revision: number) =>
    write<GroupView>('PATCH', `/groups/${group.id}`, { isActive }, { revision });
  const opening = useWrite((revision: number) => setActive(true, revision), { refreshes: [['groups']] });
  const closing = useWrite(() => setActive(!group.isActive, group.revision), {
    refreshes: [['groups']],
    onDone: (changed) => {
      if (group.isActive)
        showToast(t('manage.groupClosed', { group: group.name }), () => opening.mutate(changed.revision));
      onClosed();
    },
  });
  return (
    <>
      <FieldErrors problem={closing.error} />
      <Button variant="default" loading={closing.isPending} onClick={() => closing.mutate(undefined)}>
        {t(group.isActive ? 'manage.closeGroup' : 'manage.openGroup')}
      </Button>
    </>
  );
}
