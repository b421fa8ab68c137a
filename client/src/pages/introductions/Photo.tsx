import { Button, Checkbox, FileButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { profileQuery, showPhoto, takePhoto } from '../../api/introductions.ts';
import { useWrite } from '../../api/useWrite.ts';
import { Avatar } from '../../kit/Avatar.tsx';
import { ProblemView } from '../../kit/ProblemView.tsx';
import { showToast } from '../../kit/toasts.ts';
import './introductions.css';

interface PhotoProps {
  readonly personId: string;
  readonly name: string;
}

/** A photograph that is shown with consent, and taken away by a tap. Nothing for those who may do neither. */
export function Photo({ personId, name }: PhotoProps) {
  const { t } = useTranslation('introductions');
  const { data } = useQuery(profileQuery(personId));
  const [consents, setConsents] = useState(false);
  const refreshes = [['introductions']];
  const showing = useWrite((file: File) => showPhoto(personId, file), {
    refreshes,
    onDone: () => showToast(t('photo.shown')),
  });
  const taking = useWrite(() => takePhoto(personId), { refreshes, onDone: () => showToast(t('photo.taken')) });
  if (!data || !(data.may.showPhoto || data.may.takePhoto)) return null;
  const problem = showing.error ?? taking.error;
  return (
    <div className="stack">
      {problem && <ProblemView problem={problem} />}
      <div className="who-photo">
        <Avatar name={name} photoId={data.photoId} />
        {data.may.showPhoto && (
          <>
            <Checkbox
              label={t('photo.consent')}
              checked={consents}
              onChange={(event) => setConsents(event.currentTarget.checked)}
            />
            <FileButton accept="image/png,image/jpeg,image/webp" onChange={(file) => file && showing.mutate(file)}>
              {(props) => (
                <Button {...props} variant="default" disabled={!consents} loading={showing.isPending}>
                  {t(data.photoId ? 'photo.change' : 'photo.choose')}
                </Button>
              )}
            </FileButton>
          </>
        )}
        {data.may.takePhoto && (
          <Button variant="subtle" loading={taking.isPending} onClick={() => taking.mutate(undefined)}>
            {t('photo.take')}
          </Button>
        )}
      </div>
    </div>
  );
}
