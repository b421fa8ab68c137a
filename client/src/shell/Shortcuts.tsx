import { useTranslation } from 'react-i18next';
import { Sheet } from '../kit/Sheet.tsx';
import { usePlaces } from './navigation.ts';
import './shortcuts.css';

/** The list of keys. */
export function Shortcuts({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('client');
  const places = usePlaces().slice(0, 9);
  const keys = [
    { keys: ['Ctrl', 'K'], does: t('shell.find') },
    { keys: ['?'], does: t('shortcuts.title') },
    { keys: ['Esc'], does: t('shortcuts.close') },
    ...places.map((place, index) => ({ keys: ['g', String(index + 1)], does: place.label })),
  ];
  return (
    <Sheet title={t('shortcuts.title')} opened onClose={onClose}>
      <dl className="shortcuts">
        {keys.map((row) => (
          <div key={row.keys.join(' ')}>
            <dt>{row.does}</dt>
            <dd>
              {row.keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
}
