import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AccountState, IssuedCode } from '../../api/account.ts';
import { Icon } from '../../kit/Icon.tsx';
import { useTimes } from '../../time/useTimes.ts';
import { QrCode } from '../account/QrCode.tsx';
import { SheetOfCards } from './SheetOfCards.tsx';
import '../account/account.css';

interface CodeCardsProps {
  readonly codes: readonly IssuedCode[];
  readonly people: readonly AccountState[];
  readonly onClose: () => void;
}

/** Cards to cut out and hand over. They are shown this once: the server keeps no code. */
export function CodeCards({ codes, people, onClose }: CodeCardsProps) {
  const { t } = useTranslation('auth');
  const heading = t('ui.cards.title', { count: codes.length });
  const nameOf = (id: string) => people.find(({ personId }) => personId === id)?.name ?? '';
  return (
    <>
      <div className="no-print">
        <h2>{heading}</h2>
        <p>{t('ui.cards.once')}</p>
        <div className="actions">
          <Button leftSection={<Icon name="print" size={18} />} onClick={() => window.print()}>
            {t('ui.print')}
          </Button>
          <SheetOfCards codeIds={codes.map(({ id }) => id)} heading={heading} />
          <Button variant="default" onClick={onClose}>
            {t('ui.cards.done')}
          </Button>
        </div>
      </div>
      <ul className="cards">
        {codes.map((one) => (
          <Card key={one.id} code={one} name={nameOf(one.personId)} />
        ))}
      </ul>
    </>
  );
}

function Card({ code, name }: { readonly code: IssuedCode; readonly name: string }) {
  const { t } = useTranslation('auth');
  const times = useTimes();
  return (
    <li className="card">
      <QrCode rows={code.qr} label={t('ui.cards.qrOf', { name })} />
      <div>
        <p>
          <strong>{t(`ui.cards.for.${code.purpose}`, { name })}</strong>
        </p>
        <p className="small">{t('ui.cards.how', { address: code.address.replace(/^https?:\/\/|#.*$/g, '') })}</p>
        <p className="code">{code.code}</p>
        <p className="quiet small">{t('ui.cards.until', { day: times.date(code.expiresAt) })}</p>
      </div>
    </li>
  );
}
