import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useSession } from '../../../../client/src/api/session.ts';
import { Choice } from '../../../../client/src/kit/Choice.tsx';
import type { LetterLanguage, LetterTexts } from '../../schemas/materials.ts';
import { useTexts } from '../useTexts.ts';

const names: Readonly<Record<LetterLanguage, string>> = { ru: 'Русский', es: 'Español', en: 'English' };
const languages = ['ru', 'es', 'en'] as const;

interface LetterFieldsProps {
  readonly texts: LetterTexts;
  readonly onTexts: (texts: LetterTexts) => void;
}

/** A letter in one language or more: each reader gets it in their own, where it is written in it. */
export function LetterFields({ texts, onTexts }: LetterFieldsProps) {
  const { t } = useTexts();
  const [language, setLanguage] = useState<LetterLanguage>(useSession().person?.language ?? 'en');
  const { title = '', text = '' } = texts[language] ?? {};
  const change = (changed: { readonly title?: string; readonly text?: string }) =>
    onTexts({ ...texts, [language]: { title, text, ...changed } });
  return (
    <>
      <Choice<LetterLanguage>
        legend={t('letter.language')}
        options={languages.map((one) => ({
          value: one,
          label: texts[one]?.text.trim() ? `${names[one]} ✓` : names[one],
        }))}
        value={language}
        onChange={setLanguage}
      />
      <TextInput
        label={t('letter.title')}
        maxLength={200}
        lang={language}
        value={title}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <Textarea
        label={t('write.text')}
        description={t('letter.how', { skipInterpolation: true })}
        autosize
        minRows={6}
        maxRows={20}
        maxLength={20_000}
        lang={language}
        value={text}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
      <p className="quiet small">{t('letter.languages')}</p>
    </>
  );
}
