import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GroupView } from '../../../api/groups.ts';
import { write } from '../../../api/request.ts';
import { useWrite } from '../../../api/useWrite.ts';
import { errorOf, FieldErrors } from '../../../kit/FieldErrors.tsx';
import { Sheet } from '../../../kit/Sheet.tsx';
import { showToast } from '../../../kit/toasts.ts';
import { dayOf } from '../../../time/days.ts';
import { useNow } from '../../../time/useNow.ts';
import { PersonPicker, type Picked } from '../../people/PersonPicker.tsx';

interface AddPeopleSheetProps {
  readonly group: GroupView;
  readonly kind: 'members' | 'tutor';
  readonly onClose: () => void;
}

/** Puts students into a group, or gives it a tutor, from a day on. */
export function AddPeopleSheet({ group, kind, onClose }: AddPeopleSheetProps) {
  const { t } = useTranslation('client');
  const today = dayOf(useNow(), group.zone);
  const [picked, setPicked] = useState<readonly Picked[]>([]);
  const [fromOn, setFromOn] = useState(today);
  const isTutor = kind === 'tutor';
  const adding = useWrite(
    () =>
      isTutor
        ? write<GroupView>('POST', `/groups/${group.id}/tutors`, { personId: picked[0]?.id, fromOn })
        : write<GroupView>('POST', `/groups/${group.id}/members`, { personIds: picked.map(({ id }) => id), fromOn }),
    {
      refreshes: [['groups']],
      onDone: () => {
        showToast(t('manage.peopleAdded', { count: picked.length, group: group.name }));
        onClose();
      },
    },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    adding.mutate(undefined);
  };
  const present = isTutor ? group.tutors : group.members;
  return (
    <Sheet title={t(isTutor ? 'manage.addTutor' : 'manage.addMembers')} opened onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <FieldErrors problem={adding.error} shownElsewhere={['fromOn']} />
        <PersonPicker
          label={t(isTutor ? 'manage.whichTutor' : 'manage.whichStudents')}
          ofRole={isTutor ? 'tutor' : 'student'}
          picked={picked}
          onPick={setPicked}
          several={!isTutor}
          without={present.filter(({ untilOn }) => untilOn === null).map(({ personId }) => personId)}
        />
        <TextInput
          type="date"
          label={t('manage.fromOn')}
          required
          withAsterisk={false}
          value={fromOn}
          error={errorOf(adding.error, 'fromOn')}
          onChange={(event) => setFromOn(event.currentTarget.value)}
        />
        <p className="quiet small">{t(isTutor ? 'manage.tutorSees' : 'manage.memberJoins')}</p>
        <div className="sheet-foot">
          <Button type="submit" disabled={picked.length === 0 || !fromOn} loading={adding.isPending}>
            {isTutor ? t('manage.assign') : t('manage.addCount', { count: picked.length })}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
