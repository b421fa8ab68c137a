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

interface EndStaySheetProps {
  readonly group: GroupView;
  readonly kind: 'members' | 'tutors';
  readonly person: { readonly personId: string; readonly name: string };
  readonly onClose: () => void;
}

/** Asks for the last day of a student or a tutor in a group. */
export function EndStaySheet({ group, kind, person, onClose }: EndStaySheetProps) {
  const { t } = useTranslation('client');
  const [lastOn, setLastOn] = useState(dayOf(useNow(), group.zone));
  const ending = useWrite(
    () => write<GroupView>('DELETE', `/groups/${group.id}/${kind}/${person.personId}?lastOn=${lastOn}`),
    {
      refreshes: [['groups']],
      onDone: () => {
        showToast(t('manage.leaves', { name: person.name, group: group.name }));
        onClose();
      },
    },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ending.mutate(undefined);
  };
  return (
    <Sheet title={person.name} opened onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <FieldErrors problem={ending.error} shownElsewhere={['lastOn']} />
        <p>{t(kind === 'tutors' ? 'manage.endTutorWhy' : 'manage.endMemberWhy', { group: group.name })}</p>
        <TextInput
          type="date"
          label={t('manage.lastOn')}
          required
          withAsterisk={false}
          value={lastOn}
          error={errorOf(ending.error, 'lastOn')}
          onChange={(event) => setLastOn(event.currentTarget.value)}
        />
        <div className="sheet-foot">
          <Button type="submit" disabled={!lastOn} loading={ending.isPending}>
            {t(kind === 'tutors' ? 'manage.endTutor' : 'manage.endMember')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
