import { TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Icon } from '../kit/Icon.tsx';
import { Sheet } from '../kit/Sheet.tsx';
import { useFound } from './useFound.ts';
import './palette.css';

/** Type a few letters of a student, a group or a page, and go there. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('client');
  const navigate = useNavigate();
  const id = useId();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const found = useFound(text);
  const current = Math.min(chosen, found.length - 1);
  const go = (index: number) => {
    const target = found[index];
    if (!target) return;
    onClose();
    void navigate(target.to);
  };
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setChosen((current + step + found.length) % Math.max(found.length, 1));
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      go(current);
    }
  };
  useEffect(() => {
    document.getElementById(`${id}-${current}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, current]);
  return (
    <Sheet title={t('shell.find')} opened onClose={onClose}>
      <TextInput
        data-autofocus
        role="combobox"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={found.length > 0 ? `${id}-${current}` : undefined}
        aria-label={t('palette.label')}
        placeholder={t('palette.hint')}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={onKey}
      />
      <div id={`${id}-list`} role="listbox" aria-label={t('palette.results')} className="palette">
        {found.map((target, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the field that controls the list
          <div
            key={target.to}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === current}
            className="palette-option"
            onClick={() => go(index)}
          >
            <Icon name={target.icon} size={18} />
            <span>{target.label}</span>
            {target.details && <span className="quiet small">{target.details}</span>}
          </div>
        ))}
      </div>
      <p role="status" className={found.length === 0 ? 'quiet' : 'unseen'}>
        {found.length === 0 ? t('palette.nothing') : t('palette.count', { count: found.length })}
      </p>
    </Sheet>
  );
}
