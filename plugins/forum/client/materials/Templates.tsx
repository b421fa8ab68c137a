import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { FieldErrors } from '../../../../client/src/kit/FieldErrors.tsx';
import { showToast } from '../../../../client/src/kit/toasts.ts';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { LetterTexts } from '../../schemas/materials.ts';
import type { TemplateView } from '../../schemas/templates.ts';
import { materialsKey, removeTemplate, saveTemplate, templatesQuery } from '../api/materials.ts';
import { useTexts } from '../useTexts.ts';
import { TemplateVersions } from './TemplateVersions.tsx';
import { writtenTexts } from './writtenTexts.ts';

interface TemplatesProps {
  readonly texts: LetterTexts;
  readonly onChoose: (texts: LetterTexts) => void;
}

/** Ready-made letters: one is chosen to begin with, and what was written can be kept for the next time. */
export function Templates({ texts, onChoose }: TemplatesProps) {
  const { t } = useTexts();
  const times = useTimes();
  const { data } = useQuery(templatesQuery);
  const [chosen, setChosen] = useState<TemplateView>();
  const [looking, setLooking] = useState(false);
  const items = data?.items ?? [];
  const take = (template: TemplateView) => {
    setChosen(template);
    onChoose(template.texts);
  };
  const saving = useWrite(
    (asNew: boolean) => saveTemplate(asNew ? undefined : chosen, { texts: writtenTexts(texts) }),
    {
      refreshes: [materialsKey],
      onDone: (saved) => {
        setChosen(saved);
        showToast(t('template.saved'));
      },
    },
  );
  const removing = useWrite(removeTemplate, { refreshes: [materialsKey], onDone: () => setChosen(undefined) });
  const isWritten = Object.keys(writtenTexts(texts)).length > 0;
  const at = items.findIndex(({ id, title }) => id === chosen?.id && title === chosen?.title);
  return (
    <div className="stack">
      <FieldErrors problem={saving.error ?? removing.error} />
      <NativeSelect
        label={t('template.choose')}
        value={String(at)}
        onChange={(event) => {
          const template = items[Number(event.currentTarget.value)];
          if (template) take(template);
        }}
        data={[
          { value: '-1', label: t('template.none') },
          ...items.map(({ id, title }, nth) => ({
            value: String(nth),
            label: id ? title : t('template.ofProduct', { title }),
          })),
        ]}
      />
      {chosen?.savedAt && (
        <p className="quiet small">
          {t('template.version', {
            revision: chosen.revision,
            on: times.date(chosen.savedAt),
            name: chosen.savedBy ?? '',
          })}
        </p>
      )}
      <div className="actions">
        {chosen?.id && (
          <Button
            variant="default"
            disabled={!isWritten}
            loading={saving.isPending}
            onClick={() => saving.mutate(false)}
          >
            {t('template.saveVersion')}
          </Button>
        )}
        <Button variant="default" disabled={!isWritten} loading={saving.isPending} onClick={() => saving.mutate(true)}>
          {t('template.saveNew')}
        </Button>
        {chosen?.id && (
          <>
            <Button variant="subtle" onClick={() => setLooking(true)}>
              {t('template.versions')}
            </Button>
            <Button variant="subtle" loading={removing.isPending} onClick={() => removing.mutate(chosen.id ?? '')}>
              {t('template.remove')}
            </Button>
          </>
        )}
      </div>
      {looking && chosen?.id && (
        <TemplateVersions
          templateId={chosen.id}
          onClose={() => setLooking(false)}
          onChoose={(version) => {
            onChoose(version);
            setLooking(false);
          }}
        />
      )}
    </div>
  );
}
