import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type GroupBrief, groupsQuery } from '../../../../client/src/api/groups.ts';
import { termsQuery } from '../../../../client/src/api/schoolLists.ts';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { Choice } from '../../../../client/src/kit/Choice.tsx';
import { errorOf, FieldErrors } from '../../../../client/src/kit/FieldErrors.tsx';
import { Sheet } from '../../../../client/src/kit/Sheet.tsx';
import { Waiting } from '../../../../client/src/kit/Waiting.tsx';
import { dayOf } from '../../../../client/src/time/days.ts';
import { useNow } from '../../../../client/src/time/useNow.ts';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { Draft } from '../../schemas/drafts.ts';
import { createDraft, draftsQuery } from '../api/drafts.ts';
import { useTexts } from '../useTexts.ts';
import './bench.css';

interface NewDraftSheetProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onMade: (draft: Draft) => void;
}

/** A new draft: for which term and groups, and from what it begins. */
export function NewDraftSheet({ opened, onClose, onMade }: NewDraftSheetProps) {
  const { t } = useTexts();
  const { data: groups } = useQuery({ ...groupsQuery, enabled: opened });
  const { data: terms } = useQuery({ ...termsQuery, enabled: opened });
  return (
    <Sheet title={t('draft.new')} opened={opened} onClose={onClose}>
      {groups && terms ? <NewDraftForm groups={groups.items} terms={terms.items} onMade={onMade} /> : <Waiting />}
    </Sheet>
  );
}

interface Term {
  readonly id: string;
  readonly name: string;
  readonly endsOn: string;
}

interface NewDraftFormProps {
  readonly groups: readonly GroupBrief[];
  readonly terms: readonly Term[];
  readonly onMade: (draft: Draft) => void;
}

function NewDraftForm({ groups, terms, onMade }: NewDraftFormProps) {
  const { t } = useTexts();
  const times = useTimes();
  const today = dayOf(useNow(), times.zone);
  const current = terms.toSorted((a, b) => a.endsOn.localeCompare(b.endsOn)).find(({ endsOn }) => endsOn >= today);
  const [termId, setTermId] = useState(current?.id ?? terms[0]?.id ?? '');
  const [chosen, setChosen] = useState<readonly string[]>(groups.map(({ id }) => id));
  const [name, setName] = useState(t('draft.usualName', { date: times.longDate(today) }));
  const [from, setFrom] = useState<'published' | 'empty'>('published');
  const making = useWrite(() => createDraft({ termId, groupIds: chosen, name: name.trim(), from }), {
    refreshes: [draftsQuery.queryKey],
    onDone: onMade,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    making.mutate(undefined);
  };
  return (
    <form className="stack" onSubmit={submit}>
      <FieldErrors problem={making.error} shownElsewhere={['name']} />
      <TextInput
        label={t('draft.name')}
        value={name}
        error={errorOf(making.error, 'name')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('draft.term')}
        data={terms.map((term) => ({ value: term.id, label: term.name }))}
        value={termId}
        onChange={(event) => setTermId(event.currentTarget.value)}
      />
      <GroupChecks groups={groups} chosen={chosen} onChange={setChosen} />
      <Choice
        legend={t('draft.from')}
        options={[
          { value: 'published', label: t('draft.fromPublished') },
          { value: 'empty', label: t('draft.fromEmpty') },
        ]}
        value={from}
        onChange={setFrom}
      />
      <div className="sheet-foot">
        <Button type="submit" loading={making.isPending} disabled={chosen.length === 0 || !name.trim() || !termId}>
          {t('draft.make')}
        </Button>
      </div>
    </form>
  );
}

interface GroupChecksProps {
  readonly groups: readonly GroupBrief[];
  readonly chosen: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
}

function GroupChecks({ groups, chosen, onChange }: GroupChecksProps) {
  const { t } = useTexts();
  const toggle = (id: string, isOn: boolean) => onChange(isOn ? [...chosen, id] : chosen.filter((one) => one !== id));
  return (
    <fieldset className="checks">
      <legend>{t('draft.groups')}</legend>
      {groups.map(({ id, name }) => (
        <Checkbox
          key={id}
          label={name}
          checked={chosen.includes(id)}
          onChange={(event) => toggle(id, event.currentTarget.checked)}
        />
      ))}
    </fieldset>
  );
}
