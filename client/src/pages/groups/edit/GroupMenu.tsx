import { Button } from '@mantine/core';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GroupView } from '../../../api/groups.ts';
import { lazily } from '../../../lazily.ts';

const GroupSheet = lazily(async () => (await import('./GroupSheet.tsx')).GroupSheet, 'client/manage', 'client/people');
const GridSheet = lazily(async () => (await import('./GridSheet.tsx')).GridSheet, 'client/manage');

/** What can be changed of the group itself. */
export function GroupMenu({ group }: { readonly group: GroupView }) {
  const { t } = useTranslation('client');
  const [opened, setOpened] = useState<'group' | 'grid'>();
  const close = () => setOpened(undefined);
  return (
    <>
      <Button variant="default" onClick={() => setOpened('grid')}>
        {t('manage.openGrid')}
      </Button>
      <Button variant="default" onClick={() => setOpened('group')}>
        {t('manage.change')}
      </Button>
      <Suspense>
        {opened === 'group' && <GroupSheet group={group} onClose={close} />}
        {opened === 'grid' && <GridSheet group={group} onClose={close} />}
      </Suspense>
    </>
  );
}
