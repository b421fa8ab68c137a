import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../../../server/people/schemas.ts';
import { write } from '../../../api/request.ts';
import { useWrite } from '../../../api/useWrite.ts';
import { Choice } from '../../../kit/Choice.tsx';
import { FieldErrors } from '../../../kit/FieldErrors.tsx';
import { Sheet } from '../../../kit/Sheet.tsx';
import { showToast } from '../../../kit/toasts.ts';
import { useTimes } from '../../../time/useTimes.ts';
import { PersonPicker, type Picked } from '../PersonPicker.tsx';
import { ownFields, PersonFields } from './PersonFields.tsx';
import { factsOf, newDraft, relations, studentFactsOf } from './personDraft.ts';
import { StudentFields } from './StudentFields.tsx';

type Kind = 'student' | 'guardian' | 'staff';

interface AddPersonSheetProps {
  readonly onClose: () => void;
  readonly onMade: (person: PersonView) => void;
}

/** Adds one person by hand: a student, a parent of a student, or a member of staff. */
export function AddPersonSheet({ onClose, onMade }: AddPersonSheetProps) {
  const { t, i18n } = useTranslation('client');
  const times = useTimes();
  const [kind, setKind] = useState<Kind>('student');
  const [draft, setDraft] = useState(() => newDraft(i18n.language, times.zone));
  const [children, setChildren] = useState<readonly Picked[]>([]);
  const [relation, setRelation] = useState<string>('mother');
  const [mayAct, setMayAct] = useState(true);
  const change = (changed: Partial<typeof draft>) => setDraft({ ...draft, ...changed });
  const adding = useWrite(
    () =>
      write<PersonView>('POST', '/people', {
        ...factsOf(draft),
        ...(kind === 'student' ? { student: studentFactsOf(draft) } : {}),
        ...(kind === 'guardian' ? { guardianOf: children.map(({ id }) => ({ studentId: id, relation, mayAct })) } : {}),
      }),
    {
      refreshes: [['people']],
      onDone: (person) => {
        showToast(t('manage.personAdded', { name: person.name }));
        onMade(person);
      },
    },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    adding.mutate(undefined);
  };
  const isWhole =
    draft.familyName.trim() !== '' &&
    draft.givenName.trim() !== '' &&
    (kind !== 'student' || draft.homeSchoolId !== '') &&
    (kind !== 'guardian' || children.length > 0);
  return (
    <Sheet title={t('manage.addPerson')} opened onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <FieldErrors problem={adding.error} shownElsewhere={ownFields} />
        <Choice<Kind>
          legend={t('manage.kind')}
          options={[
            { value: 'student', label: t('roles.student') },
            { value: 'guardian', label: t('roles.guardian') },
            { value: 'staff', label: t('manage.staff') },
          ]}
          value={kind}
          onChange={setKind}
        />
        <PersonFields draft={draft} problem={adding.error} onChange={change} />
        {kind === 'student' && <StudentFields draft={draft} problem={adding.error} onChange={change} />}
        {kind === 'guardian' && (
          <>
            <PersonPicker
              label={t('people.children')}
              ofRole="student"
              picked={children}
              onPick={setChildren}
              several
            />
            <NativeSelect
              label={t('manage.relation')}
              data={relations.map((value) => ({ value, label: t(`people.relations.${value}`) }))}
              value={relation}
              onChange={(event) => setRelation(event.currentTarget.value)}
            />
            <Checkbox
              label={t('manage.mayAct')}
              checked={mayAct}
              onChange={(event) => setMayAct(event.currentTarget.checked)}
            />
          </>
        )}
        {kind === 'staff' && <p className="quiet small">{t('manage.staffNext')}</p>}
        <div className="sheet-foot">
          <Button type="submit" disabled={!isWhole} loading={adding.isPending}>
            {t('manage.addPersonDo')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
