import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../../../server/people/schemas.ts';
import { write } from '../../../api/request.ts';
import { useWrite } from '../../../api/useWrite.ts';
import { FieldErrors } from '../../../kit/FieldErrors.tsx';
import { Sheet } from '../../../kit/Sheet.tsx';
import { showToast } from '../../../kit/toasts.ts';
import { PersonPicker, type Picked } from '../PersonPicker.tsx';
import { ownFields, PersonFields } from './PersonFields.tsx';
import { draftOf, factsOf, studentFactsOf } from './personDraft.ts';
import { StudentFields } from './StudentFields.tsx';

interface ChangePersonSheetProps {
  readonly person: PersonView;
  readonly onClose: () => void;
}

/** Changes what is known of a person. Contacts are left alone where the reader does not see them. */
export function ChangePersonSheet({ person, onClose }: ChangePersonSheetProps) {
  const { t } = useTranslation('client');
  const [draft, setDraft] = useState(() => draftOf(person));
  const [sharing, setSharing] = useState<readonly Picked[]>(person.sharesDeviceWith.slice(0, 1));
  const change = (changed: Partial<typeof draft>) => setDraft({ ...draft, ...changed });
  const { email, phone, ...facts } = factsOf(draft);
  const sharesWith = sharing[0]?.id ?? null;
  const saving = useWrite(
    (isActive: boolean) =>
      write<PersonView>(
        'PATCH',
        `/people/${person.id}`,
        {
          ...facts,
          ...(person.contact ? { email, phone } : {}),
          ...(person.student ? { student: studentFactsOf(draft) } : {}),
          ...(sharesWith === (person.sharesDeviceWith[0]?.id ?? null) ? {} : { sharesDeviceWith: sharesWith }),
          isActive,
        },
        { revision: person.revision },
      ),
    {
      refreshes: [['people'], ['groups']],
      onDone: () => {
        showToast(t('settings.saved'));
        onClose();
      },
    },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate(person.isActive);
  };
  return (
    <Sheet title={person.name} opened onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <FieldErrors problem={saving.error} shownElsewhere={ownFields} />
        <PersonFields draft={draft} problem={saving.error} onChange={change} />
        {person.student && (
          <>
            <StudentFields draft={draft} problem={saving.error} onChange={change} />
            <PersonPicker
              label={t('people.sharesDevice')}
              ofRole="student"
              picked={sharing}
              onPick={setSharing}
              without={[person.id]}
            />
          </>
        )}
        <div className="sheet-foot">
          <Button variant="default" loading={saving.isPending} onClick={() => saving.mutate(!person.isActive)}>
            {t(person.isActive ? 'manage.leavesSchool' : 'manage.comesBack')}
          </Button>
          <Button
            type="submit"
            disabled={!draft.familyName.trim() || !draft.givenName.trim()}
            loading={saving.isPending}
          >
            {t('manage.save')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
