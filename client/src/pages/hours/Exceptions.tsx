import { ActionIcon, Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../kit/Icon.tsx';
import { List, Row } from '../../kit/List.tsx';
import { Section } from '../../kit/Section.tsx';
import { useTimes } from '../../time/useTimes.ts';
import type { DatedHours, Draft } from './draft.ts';
import { ExceptionSheet } from './ExceptionSheet.tsx';

interface ExceptionsProps {
  readonly draft: Draft;
  readonly onChange: ((next: Draft, removed?: string) => void) | undefined;
}

/** Single days that are not as every week. */
export function Exceptions({ draft, onChange }: ExceptionsProps) {
  const { t } = useTranslation('client');
  const [opened, setOpened] = useState(false);
  const sorted = draft.exceptions.toSorted((a, b) => a.on.localeCompare(b.on) || a.from.localeCompare(b.from));
  return (
    <Section
      title={t('hours.exceptions')}
      actions={
        onChange && (
          <Button variant="default" leftSection={<Icon name="plus" size={16} />} onClick={() => setOpened(true)}>
            {t('hours.addException')}
          </Button>
        )
      }
    >
      {sorted.length === 0 ? (
        <p className="quiet">{t('hours.noExceptions')}</p>
      ) : (
        <List label={t('hours.exceptions')}>
          {sorted.map((exception) => (
            <ExceptionRow
              key={`${exception.on} ${exception.kind} ${exception.from} ${exception.to}`}
              exception={exception}
              onRemove={
                onChange &&
                (() =>
                  onChange(
                    { ...draft, exceptions: draft.exceptions.filter((one) => one !== exception) },
                    t('hours.exceptionRemoved'),
                  ))
              }
            />
          ))}
        </List>
      )}
      {onChange && (
        <ExceptionSheet
          opened={opened}
          onClose={() => setOpened(false)}
          onAdd={(exception) => onChange({ ...draft, exceptions: [...draft.exceptions, exception] })}
        />
      )}
    </Section>
  );
}

interface ExceptionRowProps {
  readonly exception: DatedHours;
  readonly onRemove: (() => void) | undefined;
}

function ExceptionRow({ exception, onRemove }: ExceptionRowProps) {
  const { t } = useTranslation('client');
  const times = useTimes();
  const { on, kind, from, to } = exception;
  const day = times.longDate(on);
  const isWhole = from === '00:00' && to === '24:00';
  return (
    <Row
      title={day}
      details={
        isWhole
          ? t(`hours.wholeDay.${kind}`)
          : t(`hours.partOfDay.${kind}`, { from, to: to === '24:00' ? '00:00' : to })
      }
      actions={
        onRemove && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('hours.removeException', { day })}
            onClick={onRemove}
          >
            <Icon name="trash" size={18} />
          </ActionIcon>
        )
      }
    />
  );
}
