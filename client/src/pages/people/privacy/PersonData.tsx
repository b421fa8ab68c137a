import { Button } from '@mantine/core';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../../../server/people/schemas.ts';
import { useMay } from '../../../api/session.ts';
import { Section } from '../../../kit/Section.tsx';
import { lazily } from '../../../lazily.ts';

const PersonArchive = lazily(async () => (await import('./PersonArchive.tsx')).PersonArchive, 'privacy/archive');
const EraseSheet = lazily(async () => (await import('./EraseSheet.tsx')).EraseSheet, 'client/people');

/** What is kept about somebody, for those who answer for it: taken out, and erased once they have left. */
export function PersonData({ person }: { readonly person: PersonView }) {
  const { t } = useTranslation('client');
  const mayExport = useMay('privacy.export-person');
  const mayErase = useMay('privacy.erase-person') && person.may.edit && !person.isActive;
  const [erasing, setErasing] = useState(false);
  if (!mayExport) return null;
  return (
    <Section title={t('data.title')}>
      <p className="quiet">{t('data.takeOutWhy')}</p>
      <Suspense>
        <PersonArchive personId={person.id} />
      </Suspense>
      {mayErase && (
        <>
          <p className="quiet">{t('data.eraseWhy')}</p>
          <div className="actions">
            <Button color="red" variant="light" onClick={() => setErasing(true)}>
              {t('data.erase')}
            </Button>
          </div>
        </>
      )}
      <Suspense>{erasing && <EraseSheet person={person} onClose={() => setErasing(false)} />}</Suspense>
    </Section>
  );
}
