import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { speak } from '../../i18n/i18n.ts';
import { isLanguage, type Language, languageNames, languages } from '../../i18n/language.ts';
import { Choice } from '../../kit/Choice.tsx';
import './signIn.css';

/** What stands before the house: one narrow column, in the language that the visitor chooses. */
export function Door({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Tutoria`;
  }, [title]);
  return (
    <main className="door">
      <LanguageChoice />
      <div className="door-inner">
        <p className="brand door-brand">Tutoria</p>
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  );
}

function LanguageChoice() {
  const { t, i18n } = useTranslation('client');
  return (
    <div className="door-language">
      <Choice<Language>
        legend={t('settings.language')}
        legendHidden
        options={languages.map((value) => ({ value, label: languageNames[value] }))}
        value={isLanguage(i18n.language) ? i18n.language : 'en'}
        onChange={(language) => void speak(language)}
      />
    </div>
  );
}
