import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { FieldErrors } from '../../../../client/src/kit/FieldErrors.tsx';
import { Section } from '../../../../client/src/kit/Section.tsx';
import { addDays, dayOf } from '../../../../client/src/time/days.ts';
import { useNow } from '../../../../client/src/time/useNow.ts';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { AgreementBrief, SilenceView } from '../../schemas/agreements.ts';
import { agreementRefreshes, askAgreement, draftAgreementsQuery } from '../api/agreements.ts';
import { Decide } from './Decide.tsx';
import { ObjectionList } from './ObjectionList.tsx';
import { useAgreementTexts } from './useAgreementTexts.ts';
import { useSilenceWords } from './useSilenceWords.ts';

/** What the home schools say of a draft, before it is published. */
export function DraftAgreements({ draftId }: { readonly draftId: string }) {
  const { t } = useAgreementTexts();
  const { data } = useQuery(draftAgreementsQuery(draftId));
  if (!data) return null;
  return (
    <Section title={t('title')}>
      <div className="stack">
        {data.items.length === 0 && <p className="quiet">{t('nobodyAsked')}</p>}
        <SilenceOfSchools schools={data.schools} />
        {data.items.map((one) => (
          <SchoolSays key={one.id} agreement={one} />
        ))}
        <Ask draftId={draftId} isAgain={data.items.length > 0} />
      </div>
    </Section>
  );
}

/** What each home school wants its silence to mean. */
function SilenceOfSchools({ schools }: { readonly schools: readonly SilenceView[] }) {
  const words = useSilenceWords();
  return (
    <ul className="quiet">
      {schools.map(({ homeSchool, silenceDays }) => (
        <li key={homeSchool.id}>
          {homeSchool.name}: {words(silenceDays)}
        </li>
      ))}
    </ul>
  );
}

function SchoolSays({ agreement }: { readonly agreement: AgreementBrief }) {
  const { t } = useAgreementTexts();
  const times = useTimes();
  const { homeSchoolName, state, answerByOn, answeredBy, objections } = agreement;
  const words = t(`state.${state}`, { on: times.days(answerByOn, answerByOn) });
  return (
    <div className="stack">
      <p>
        <strong>{homeSchoolName}</strong> · {words}
        {state === 'agreed' && answeredBy && ` · ${answeredBy}`}
      </p>
      <ObjectionList objections={objections} actionsOf={(one) => <Decide objection={one} />} />
    </div>
  );
}

function Ask({ draftId, isAgain }: { readonly draftId: string; readonly isAgain: boolean }) {
  const { t } = useAgreementTexts();
  const today = dayOf(useNow(), useTimes().zone);
  const [answerByOn, setAnswerByOn] = useState(addDays(today, 3));
  const asking = useWrite(askAgreement, { refreshes: agreementRefreshes });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        asking.mutate({ draftId, answerByOn });
      }}
    >
      <FieldErrors problem={asking.error} />
      <TextInput
        className="bench-date"
        type="date"
        label={t('answerBy')}
        description={t('answerByWhy')}
        min={today}
        value={answerByOn}
        onChange={(event) => setAnswerByOn(event.currentTarget.value)}
      />
      <div className="actions">
        <Button type="submit" variant="default" loading={asking.isPending}>
          {isAgain ? t('askAgain') : t('ask')}
        </Button>
      </div>
    </form>
  );
}
