import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { endSeparation, type Guardianship, liftLimit, type Rights, rightsQuery } from '../../api/guardianship.ts';
import { useWrite } from '../../api/useWrite.ts';
import { List, Row } from '../../kit/List.tsx';
import { ProblemView } from '../../kit/ProblemView.tsx';
import { Section } from '../../kit/Section.tsx';
import { StateText } from '../../kit/StateText.tsx';
import { showToast } from '../../kit/toasts.ts';
import { lazily } from '../../lazily.ts';
import { useTimes } from '../../time/useTimes.ts';
import { History } from './History.tsx';

const LimitSheet = lazily(async () => (await import('./LimitSheet.tsx')).LimitSheet);
const SeparateSheet = lazily(async () => (await import('./SeparateSheet.tsx')).SeparateSheet);

/** What a court has limited and who must not find whom: for staff, who has to know. */
export function GuardianRights({ studentId }: { readonly studentId: string }) {
  const { t } = useTranslation('guardianship');
  const { data } = useQuery(rightsQuery(studentId));
  const [limiting, setLimiting] = useState(false);
  const [separating, setSeparating] = useState(false);
  if (!data || data.guardianships.length === 0) return null;
  const held = data.guardianships.filter(({ holds }) => holds);
  const isQuiet = data.separations.length === 0 && held.every(({ limits }) => limits.length === 0);
  if (isQuiet && !data.may.edit && data.past.length === 0) return null;
  return (
    <Section
      title={t('title')}
      actions={
        data.may.edit &&
        held.length > 0 && (
          <>
            <Button variant="default" onClick={() => setLimiting(true)}>
              {t('limit')}
            </Button>
            {held.length > 1 && (
              <Button variant="default" onClick={() => setSeparating(true)}>
                {t('separate')}
              </Button>
            )}
          </>
        )
      }
    >
      {isQuiet && <p className="quiet">{t('none')}</p>}
      <Limits guardianships={held} mayEdit={data.may.edit} />
      <Separations rights={data} />
      <History rights={data} />
      <Suspense>
        {limiting && <LimitSheet guardianships={held} onClose={() => setLimiting(false)} />}
        {separating && <SeparateSheet guardianships={held} onClose={() => setSeparating(false)} />}
      </Suspense>
    </Section>
  );
}

const refreshes = [['guardianship'], ['people'], ['contacts']];

interface LimitsProps {
  readonly guardianships: readonly Guardianship[];
  readonly mayEdit: boolean;
}

function Limits({ guardianships, mayEdit }: LimitsProps) {
  const { t } = useTranslation('guardianship');
  const times = useTimes();
  const lifting = useWrite(liftLimit, { refreshes, onDone: () => showToast(t('lifted')) });
  const all = guardianships.flatMap(({ name, limits }) => limits.map((limit) => ({ ...limit, name })));
  if (all.length === 0) return null;
  return (
    <>
      {lifting.error && <ProblemView problem={lifting.error} />}
      <List label={t('limits')}>
        {all.map(({ limitId, name, kind, orderText, fromOn, untilOn, holds }) => (
          <Row
            key={limitId}
            title={`${name}: ${t(`kinds.${kind}`)}`}
            details={
              <>
                {t(untilOn ? 'fromUntil' : 'from', {
                  from: times.longDate(fromOn),
                  until: untilOn && times.longDate(untilOn),
                })}
                {!holds && `, ${t('past')}`}
                {orderText && <div>{orderText}</div>}
              </>
            }
            lead={holds ? <StateText tone="stopped">{t('holds')}</StateText> : undefined}
            {...(mayEdit && holds
              ? {
                  actions: (
                    <Button
                      variant="subtle"
                      size="compact-md"
                      aria-label={t('liftNamed', { name })}
                      loading={lifting.isPending && lifting.variables === limitId}
                      onClick={() => lifting.mutate(limitId)}
                    >
                      {t('lift')}
                    </Button>
                  ),
                }
              : {})}
          />
        ))}
      </List>
    </>
  );
}

function Separations({ rights: { separations, guardianships, may } }: { readonly rights: Rights }) {
  const { t } = useTranslation('guardianship');
  const ending = useWrite(endSeparation, { refreshes, onDone: () => showToast(t('joined')) });
  const nameOf = (id: string): string => guardianships.find(({ guardianId }) => guardianId === id)?.name ?? '';
  if (separations.length === 0) return null;
  return (
    <>
      {ending.error && <ProblemView problem={ending.error} />}
      <List label={t('separations')}>
        {separations.map(({ separationId, guardianId, otherGuardianId, note }) => {
          const names = { one: nameOf(guardianId), other: nameOf(otherGuardianId) };
          return (
            <Row
              key={separationId}
              title={t('apart', names)}
              details={
                <>
                  {t('apartWhat')}
                  {note && <div>{note}</div>}
                </>
              }
              {...(may.edit
                ? {
                    actions: (
                      <Button
                        variant="subtle"
                        size="compact-md"
                        aria-label={t('joinNamed', names)}
                        loading={ending.isPending}
                        onClick={() => ending.mutate(separationId)}
                      >
                        {t('join')}
                      </Button>
                    ),
                  }
                : {})}
            />
          );
        })}
      </List>
    </>
  );
}
