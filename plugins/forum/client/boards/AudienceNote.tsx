import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../client/src/kit/Icon.tsx';
import type { Audience } from '../../schemas/boards.ts';
import { useTexts } from '../useTexts.ts';
import './boards.css';

const fewNames = 3;

/** A role within a sentence. */
const small = (name: string): string => name.charAt(0).toLocaleLowerCase() + name.slice(1);

/** Who will read what is written here: said before anything is sent. */
export function AudienceNote({ audience }: { readonly audience: Audience }) {
  const { t } = useTexts();
  const { t: core, i18n } = useTranslation('client');
  const list = (parts: readonly string[]) => new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(parts);
  const { students, guardians, guardianNames, tutors, teachers, guests, studentReads, overseers, everybody } = audience;
  const parts = [
    ...(everybody ? [t(`audience.${everybody}`)] : []),
    ...(students > 0 && !studentReads ? [t('audience.students', { count: students })] : []),
    ...(studentReads ? [t('audience.student')] : []),
    ...(guardianNames.length > 0
      ? [t('audience.guardiansNamed', { names: list(guardianNames) })]
      : guardians > 0
        ? [t('audience.guardians', { count: guardians })]
        : []),
    ...(tutors.length > 0 ? [t('audience.tutors', { count: tutors.length, names: list(tutors) })] : []),
    ...(teachers.length > fewNames
      ? [t('audience.teachers', { count: teachers.length })]
      : teachers.length > 0
        ? [t('audience.teachersNamed', { count: teachers.length, names: list(teachers) })]
        : []),
    ...(guests.length > 0 ? [list(guests.map(({ name }) => name))] : []),
  ];
  return (
    <div className="audience">
      <Icon name="people" size={18} />
      <div>
        <p>{parts.length > 0 ? t('audience.read', { who: list(parts) }) : t('audience.nobody')}</p>
        {overseers.length > 0 && (
          <p className="quiet small">
            {t('audience.overseers', { who: list(overseers.map((role) => small(core(`roles.${role}`)))) })}
          </p>
        )}
      </div>
    </div>
  );
}
