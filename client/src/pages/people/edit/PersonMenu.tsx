import { Button } from '@mantine/core';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../../../server/people/schemas.ts';
import { lazily } from '../../../lazily.ts';

const ChangePersonSheet = lazily(
  async () => (await import('./ChangePersonSheet.tsx')).ChangePersonSheet,
  'client/manage',
  'client/people',
);
const RolesSheet = lazily(async () => (await import('./RolesSheet.tsx')).RolesSheet, 'client/manage', 'client/people');

/** What the reader may change of a person. */
export function PersonMenu({ person }: { readonly person: PersonView }) {
  const { t } = useTranslation('client');
  const [opened, setOpened] = useState<'person' | 'roles'>();
  const close = () => setOpened(undefined);
  const mayGrant = person.may.grantRoles && !person.student;
  return (
    <>
      {mayGrant && (
        <Button variant="default" onClick={() => setOpened('roles')}>
          {t('manage.openRoles')}
        </Button>
      )}
      {person.may.edit && (
        <Button variant="default" onClick={() => setOpened('person')}>
          {t('manage.change')}
        </Button>
      )}
      <Suspense>
        {opened === 'person' && <ChangePersonSheet key={person.revision} person={person} onClose={close} />}
        {opened === 'roles' && <RolesSheet person={person} onClose={close} />}
      </Suspense>
    </>
  );
}
