import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { errorOf, FieldErrors } from '../../../../client/src/kit/FieldErrors.tsx';
import { Sheet } from '../../../../client/src/kit/Sheet.tsx';
import { showToast } from '../../../../client/src/kit/toasts.ts';
import type { Draft } from '../../schemas/drafts.ts';
import { useChangeRules } from '../api/drafts.ts';
import { useTexts } from '../useTexts.ts';

const limits = ['lessonsADay', 'lessonsInARow', 'teacherLessonsADay', 'meetingRooms'] as const;
type Limit = (typeof limits)[number];
type Written = Readonly<Record<Limit, string>>;

interface RulesSheetProps {
  readonly draft: Draft;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** What a tutor decides about a whole draft; an empty field means without limit. */
export function RulesSheet({ draft, opened, onClose }: RulesSheetProps) {
  const { t } = useTexts();
  return (
    <Sheet title={t('rules.title')} opened={opened} onClose={onClose}>
      <RulesForm draft={draft} onSaved={onClose} />
    </Sheet>
  );
}

const writtenOf = ({ rules }: Draft): Written => ({
  lessonsADay: String(rules.lessonsADay),
  lessonsInARow: String(rules.lessonsInARow ?? ''),
  teacherLessonsADay: String(rules.teacherLessonsADay ?? ''),
  meetingRooms: String(rules.meetingRooms ?? ''),
});

const numberOf = (text: string): number | null => (text.trim() === '' ? null : Number(text));

function RulesForm({ draft, onSaved }: { readonly draft: Draft; readonly onSaved: () => void }) {
  const { t } = useTexts();
  const [written, setWritten] = useState(writtenOf(draft));
  const saving = useChangeRules(draft, () => {
    showToast(t('rules.saved'));
    onSaved();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate({
      lessonsADay: Number(written.lessonsADay),
      lessonsInARow: numberOf(written.lessonsInARow),
      teacherLessonsADay: numberOf(written.teacherLessonsADay),
      meetingRooms: numberOf(written.meetingRooms),
    });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <p className="quiet">{t('rules.why')}</p>
      <FieldErrors problem={saving.error} shownElsewhere={limits.map((limit) => `rules.${limit}`)} />
      {limits.map((limit) => (
        <TextInput
          key={limit}
          type="number"
          inputMode="numeric"
          min={1}
          required={limit === 'lessonsADay'}
          withAsterisk={false}
          label={t(`rules.${limit}`)}
          value={written[limit]}
          error={errorOf(saving.error, `rules.${limit}`)}
          onChange={(event) => setWritten({ ...written, [limit]: event.currentTarget.value })}
        />
      ))}
      <div className="sheet-foot">
        <Button type="submit" loading={saving.isPending}>
          {t('rules.save')}
        </Button>
      </div>
    </form>
  );
}
