import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { guidesQuery } from '../../api/guides.ts';
import { List, Row } from '../../kit/List.tsx';
import { Page } from '../../kit/Page.tsx';
import { Section } from '../../kit/Section.tsx';

/** All guides, those for the reader first. */
export function GuidesPage() {
  const { t } = useTranslation('guides');
  const { data, error, isPending, refetch } = useQuery(guidesQuery);
  const parts = (['mine', 'others'] as const).map((part) => ({
    part,
    items: data?.items.filter(({ isMine }) => isMine === (part === 'mine')) ?? [],
  }));
  return (
    <Page
      title={t('title')}
      summary={t('summary')}
      waiting={isPending}
      problem={data ? null : error}
      onRetry={() => void refetch()}
    >
      {parts
        .filter(({ items }) => items.length > 0)
        .map(({ part, items }) => (
          <Section key={part} title={t(part)}>
            <List label={t(part)}>
              {items.map(({ audience, title }) => (
                <Row key={audience} to={`/guides/${audience}`} title={title} details={t(`audience.${audience}`)} />
              ))}
            </List>
          </Section>
        ))}
    </Page>
  );
}
