import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { PersonView } from '../../../../../server/people/schemas.ts';
import { write } from '../../../api/request.ts';
import { useWrite } from '../../../api/useWrite.ts';
import { FieldErrors } from '../../../kit/FieldErrors.tsx';
import { Sheet } from '../../../kit/Sheet.tsx';

interface EraseSheetProps {
  readonly person: PersonView;
  readonly onClose: () => void;
}

/** Asks for the name, because there is no way back. */
export function EraseSheet({ person, onClose }: EraseSheetProps) {
  const { t } = useTranslation('client');
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const erasing = useWrite(() => write<unknown>('POST', `/people/${person.id}/erasure`, { name }), {
    refreshes: [['people']],
    onDone: () => void navigate('/people'),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    erasing.mutate(undefined);
  };
  return (
    <Sheet title={t('data.eraseTitle', { name: person.name })} opened onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <FieldErrors problem={erasing.error} />
        <p>{t('data.eraseWarning')}</p>
        <TextInput
          label={t('data.typeName', { name: person.name })}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          autoComplete="off"
          required
        />
        <div className="actions">
          <Button type="submit" color="red" loading={erasing.isPending} disabled={name.trim() === ''}>
            {t('data.eraseNow')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
