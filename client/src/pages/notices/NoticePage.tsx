import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { NoticeDetail } from '../../../../server/notify/schemas.ts';
import { noticeQuery } from '../../api/notices.ts';
import { Facts } from '../../kit/Facts.tsx';
import { Page } from '../../kit/Page.tsx';
import { useTimes } from '../../time/useTimes.ts';

/** Why did I get this: what happened, what made it reach the reader, by which channels, and how to change that. */
export function NoticePage() {
  const { t } = useTranslation(['notices', 'notify', 'client']);
  const { noticeId = '' } = useParams();
  const { data, error, isPending, refetch } = useQuery(noticeQuery(noticeId));
  return (
    <Page
      title={t('why.title')}
      above={<Link to="/notices">{t('notify:title')}</Link>}
      waiting={isPending}
      problem={data ? null : error}
      onRetry={() => void refetch()}
    >
      {data && <Why notice={data} />}
    </Page>
  );
}

function Why({ notice }: { readonly notice: NoticeDetail }) {
  const { t } = useTranslation(['notices', 'notify', 'client']);
  const times = useTimes();
  const { text, link, area, createdAt, urgent, mail, push } = notice;
  return (
    <div className="stack">
      <p className="notice-text">{text}</p>
      <p>
        <Anchor component={Link} to={link}>
          {t('why.open')}
        </Anchor>
      </p>
      <Facts>
        <dt>{t('why.when')}</dt>
        <dd>{times.dateTime(createdAt)}</dd>
        <dt>{t('why.because')}</dt>
        <dd>
          <Because notice={notice} />
        </dd>
        <dt>{t('why.area')}</dt>
        <dd>{t(`notify:areas.${area}`)}</dd>
        {urgent && (
          <>
            <dt>{t('why.urgent')}</dt>
            <dd>
              {urgent.reason}
              {urgent.by && ` (${urgent.by})`}
            </dd>
          </>
        )}
        <dt>{t('why.mail')}</dt>
        <dd>
          {mail.rule &&
            mail.rule !== 'never' &&
            `${t('why.rule', { rule: t(`notify:settings.mailChoices.${mail.rule}`) })} `}
          {t(`why.states.${mail.state}`, { at: mail.at ? times.dateTime(mail.at) : '' })}
        </dd>
        <dt>{t('why.push')}</dt>
        <dd>{t(`why.states.${push.state}`, { at: push.at ? times.dateTime(push.at) : '' })}</dd>
      </Facts>
      <p>
        <Link to="/settings#notices">{t('why.change')}</Link>
      </p>
    </div>
  );
}

function Because({ notice: { because, about } }: { readonly notice: NoticeDetail }) {
  const { t } = useTranslation(['notices', 'client']);
  if (because.kind === 'self') return <>{t('why.self')}</>;
  if (because.kind === 'guardian')
    return (
      <>{t('why.guardian', { name: about?.name ?? '', relation: t(`client:people.relations.${because.relation}`) })}</>
    );
  const roles = because.roles.map((role) => t(`client:roles.${role}`)).join(', ');
  return <>{roles ? t('why.role', { roles }) : t('why.former')}</>;
}
