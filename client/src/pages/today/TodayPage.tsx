import { type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useMayEditSchool } from '../../api/schoolLists.ts';
import { Empty } from '../../kit/Empty.tsx';
import { Page } from '../../kit/Page.tsx';
import { Section } from '../../kit/Section.tsx';
import { Waiting } from '../../kit/Waiting.tsx';
import { lazily } from '../../lazily.ts';
import type { TodayCard } from '../../plugin.ts';
import { ErrorBoundary } from '../../shell/ErrorBoundary.tsx';
import { useIsFor, usePlugins } from '../../shell/PluginsContext.ts';
import { dayOf } from '../../time/days.ts';
import { useNow } from '../../time/useNow.ts';
import { useTimes } from '../../time/useTimes.ts';
import { NewNotices } from './NewNotices.tsx';
import './today.css';

const SchoolStart = lazily(async () => (await import('./SchoolStart.tsx')).SchoolStart, 'client/manage');

const sections = ['next', 'waiting', 'changed'] as const;

/** Home: what is next, what waits for me, what changed. A section whose cards have nothing to say is not shown. */
export function TodayPage() {
  const { t } = useTranslation('client');
  const times = useTimes();
  const isFor = useIsFor();
  const mayEditSchool = useMayEditSchool();
  const cards = usePlugins()
    .flatMap((plugin) => plugin.todayCards ?? [])
    .filter(isFor)
    .toSorted((a, b) => a.order - b.order);
  return (
    <Page title={t('nav.today')} summary={times.day(dayOf(useNow(), times.zone))}>
      <div className="today">
        {sections.map((section) => (
          <div key={section} className="today-section">
            <Section title={t(`today.${section}`)}>
              <TodayCards cards={cards.filter((card) => card.section === section)}>
                {section === 'changed' && <NewNotices />}
                {section === 'waiting' && mayEditSchool && (
                  <Suspense>
                    <SchoolStart />
                  </Suspense>
                )}
              </TodayCards>
            </Section>
          </div>
        ))}
        <div className="today-calm">
          <Empty title={t('today.calm')}>{t('today.calmWhy')}</Empty>
        </div>
      </div>
    </Page>
  );
}

interface TodayCardsProps {
  readonly cards: readonly TodayCard[];
  readonly children: ReactNode;
}

function TodayCards({ cards, children }: TodayCardsProps) {
  return (
    <div className="today-cards">
      {cards.map(({ id, card: Card }) => (
        <ErrorBoundary key={id}>
          <Suspense fallback={<Waiting rows={1} />}>
            <Card />
          </Suspense>
        </ErrorBoundary>
      ))}
      {children}
    </div>
  );
}
