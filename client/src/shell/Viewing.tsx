import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { leaveView } from '../api/account.ts';
import { useSession } from '../api/session.ts';
import { useWrite } from '../api/useWrite.ts';

/** Says on every page that these are the pages of a role, and leads back. */
export function Viewing() {
  const { t } = useTranslation('auth');
  const { viewAs } = useSession();
  const leaving = useWrite(() => leaveView(), { onDone: () => window.location.assign('/settings') });
  if (!viewAs) return null;
  return (
    <div className="page no-print" role="status">
      <div className="actions">
        <span>{t('ui.viewAs.banner', { role: t(`client:roles.${viewAs}`) })}</span>
        <Button size="sm" variant="default" loading={leaving.isPending} onClick={() => leaving.mutate(undefined)}>
          {t('ui.viewAs.leave')}
        </Button>
      </div>
    </div>
  );
}
