import { Button, CloseButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/ApiProblem.ts';
import type { Attachment, Attachments } from './useAttachments.ts';
import './attach.css';

/** What is attached so far: how far it is, and a way to take it off again. */
export function AttachmentList({ of }: { readonly of: Attachments }) {
  const { t } = useTranslation('client');
  if (of.items.length === 0) return null;
  return (
    <ul className="attach" aria-label={t('kit.attach.list')}>
      {of.items.map((item) => (
        <li key={item.key}>
          <span className="attach-name">{item.name}</span>
          <State item={item} onRetry={() => of.retry(item.key)} />
          <CloseButton aria-label={t('kit.attach.remove', { name: item.name })} onClick={() => of.remove(item.key)} />
        </li>
      ))}
    </ul>
  );
}

function State({ item, onRetry }: { readonly item: Attachment; readonly onRetry: () => void }) {
  const { t } = useTranslation('client');
  if (item.state === 'stored') return null;
  if (item.state === 'sending')
    return (
      <progress className="progress-bar attach-bar" aria-label={t('kit.attach.sending')} max={1} value={item.share} />
    );
  const { problem } = item;
  return (
    <span role="alert" className="attach-failed">
      {problem instanceof ApiProblem && problem.title ? problem.title : t('kit.attach.failed')}
      {(!(problem instanceof ApiProblem) || problem.offline) && (
        <Button variant="default" size="compact-sm" onClick={onRetry}>
          {t('problem.retry')}
        </Button>
      )}
    </span>
  );
}
