import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { profileQuery } from '../../api/introductions.ts';
import { Section } from '../../kit/Section.tsx';
import { Photo } from './Photo.tsx';

interface ChildPhotoProps {
  readonly personId: string;
  readonly name: string;
}

/** A student's photograph, for those who may show it or take it away. */
export function ChildPhoto({ personId, name }: ChildPhotoProps) {
  const { t } = useTranslation('introductions');
  const { data } = useQuery(profileQuery(personId));
  if (!data || !(data.may.showPhoto || data.may.takePhoto)) return null;
  return (
    <Section title={t('photo.title')}>
      <Photo personId={personId} name={name} />
    </Section>
  );
}
