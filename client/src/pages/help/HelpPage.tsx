import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { HelpWanted } from '../../api/help.ts';
import { useMay } from '../../api/session.ts';
import { Choice } from '../../kit/Choice.tsx';
import { Page } from '../../kit/Page.tsx';
import { useIsFor } from '../../shell/PluginsContext.ts';
import { HelpList } from './HelpList.tsx';
import './help.css';

const staff = ['admin', 'coordinator', 'head', 'lead-tutor', 'tutor', 'teacher', 'psychologist'];

/** What the reader asked, and what waits for the reader's answer. */
export function HelpPage() {
  const { t } = useTranslation('help');
  const isStaff = useIsFor()({ roles: staff });
  const mayManage = useMay('help.manage');
  const [which, setWhich] = useState<HelpWanted['which']>(isStaff ? 'mine' : 'asked');
  const [state, setState] = useState<HelpWanted['state']>('waiting');
  const parts = [
    ...(isStaff ? (['mine'] as const) : []),
    'asked' as const,
    ...(mayManage ? (['late', 'all'] as const) : []),
  ];
  return (
    <Page
      title={t('nav')}
      summary={t('summary')}
      actions={
        <Button component={Link} to="/help/ask">
          {t('ask')}
        </Button>
      }
    >
      <div className="help-choices">
        {parts.length > 1 && (
          <Choice
            legend={t('which')}
            legendHidden
            value={which}
            onChange={setWhich}
            options={parts.map((value) => ({ value, label: t(`whichOf.${value}`) }))}
          />
        )}
        {which !== 'late' && (
          <Choice
            legend={t('state')}
            legendHidden
            value={state}
            onChange={setState}
            options={(['waiting', 'done'] as const).map((value) => ({ value, label: t(`stateOf.${value}`) }))}
          />
        )}
      </div>
      <HelpList
        which={which}
        state={which === 'late' ? 'waiting' : state}
        label={t(`whichOf.${which}`)}
        empty={t(`empty.${which}.${which === 'late' ? 'waiting' : state}`)}
      />
    </Page>
  );
}
