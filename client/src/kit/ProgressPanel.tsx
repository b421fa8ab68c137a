import { Button } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import './progress.css';

interface ProgressPanelProps {
  readonly title: string;
  /** What is being done now, or how it ended. */
  readonly state: string;
  readonly done: number;
  readonly total: number;
  /** The score, constraint by constraint: what it counts, and how many. */
  readonly facts?: readonly { readonly label: string; readonly value: string }[];
  /** Left out when there is nothing to stop. */
  readonly onCancel?: () => void;
  readonly cancelling?: boolean;
  /** More about the course of the work. */
  readonly children?: ReactNode;
}

/** Long work: how far it is, how good it is so far, and the way to stop it. */
export function ProgressPanel({
  title,
  state,
  done,
  total,
  facts = [],
  onCancel,
  cancelling,
  children,
}: ProgressPanelProps) {
  const { t } = useTranslation('client');
  const id = useId();
  return (
    <section className="progress" aria-labelledby={id}>
      <div className="progress-head">
        <h2 id={id}>{title}</h2>
        {onCancel && (
          <Button variant="default" onClick={onCancel} loading={cancelling ?? false}>
            {t('kit.stop')}
          </Button>
        )}
      </div>
      <progress className="progress-bar" aria-labelledby={id} max={Math.max(total, 1)} value={done} />
      <p role="status">{state}</p>
      {facts.length > 0 && (
        <dl className="progress-facts">
          {facts.map((fact) => (
            <div key={fact.label}>
              <dt>{fact.label}</dt>
              <dd className="figures">{fact.value}</dd>
            </div>
          ))}
        </dl>
      )}
      {children}
    </section>
  );
}
