import { Button, Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { groupQuery } from '../../../../client/src/api/groups.ts';
import { useSession } from '../../../../client/src/api/session.ts';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { FieldErrors } from '../../../../client/src/kit/FieldErrors.tsx';
import { Page } from '../../../../client/src/kit/Page.tsx';
import type { Letter, LettersPreview, LetterTexts } from '../../schemas/materials.ts';
import { materialsKey, previewLetters, sendMailing } from '../api/materials.ts';
import { useTexts } from '../useTexts.ts';
import { LetterCopies } from './LetterCopies.tsx';
import { LetterFields } from './LetterFields.tsx';
import { Templates } from './Templates.tsx';
import { writtenTexts } from './writtenTexts.ts';
import '../progress/notes.css';

const audiences = ['students', 'guardians', 'teachers'] as const;

/** A letter to the people of a group: choose a template or write, see each copy, send. */
export function WriteLetterPage() {
  const { t } = useTexts();
  const { groupId = '' } = useParams();
  const navigate = useNavigate();
  const language = useSession().person?.language ?? 'en';
  const { data: group } = useQuery(groupQuery(groupId));
  const [texts, setTexts] = useState<LetterTexts>({
    [language]: { title: '', text: t('letter.sample', { skipInterpolation: true }) },
  });
  const [to, setTo] = useState<Letter['to']>(['guardians']);
  const [preview, setPreview] = useState<LettersPreview>();
  const letter = (): Letter => ({ texts: writtenTexts(texts), to });
  const looking = useWrite(() => previewLetters(groupId, letter()), { onDone: setPreview });
  const sending = useWrite(() => sendMailing(groupId, { ...letter(), fingerprint: preview?.fingerprint ?? '' }), {
    refreshes: [materialsKey],
    onDone: ({ id }) => void navigate(`/forum/mailings/${id}`),
  });
  const change = (next: LetterTexts) => {
    setTexts(next);
    setPreview(undefined);
  };
  const choose = (audience: (typeof audiences)[number], isIn: boolean) => {
    setTo(isIn ? [...to, audience] : to.filter((one) => one !== audience));
    setPreview(undefined);
  };
  const isReady = Object.keys(writtenTexts(texts)).length > 0 && to.length > 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) looking.mutate(undefined);
  };
  return (
    <Page
      title={t('letter.write')}
      above={<Link to={`/forum/groups/${groupId}/materials`}>{group?.name ?? t('shelf.title')}</Link>}
    >
      <Templates texts={texts} onChoose={change} />
      <form className="stack" onSubmit={submit}>
        <FieldErrors problem={looking.error ?? sending.error} />
        <fieldset className="letter-to">
          <legend>{t('letter.to')}</legend>
          {audiences.map((audience) => (
            <Checkbox
              key={audience}
              label={t(`letter.whom.${audience}`)}
              checked={to.includes(audience)}
              onChange={(event) => choose(audience, event.currentTarget.checked)}
            />
          ))}
        </fieldset>
        <LetterFields texts={texts} onTexts={change} />
        <div className="actions">
          <Button
            type="submit"
            variant={preview ? 'default' : 'filled'}
            disabled={!isReady}
            loading={looking.isPending}
          >
            {t('letter.preview')}
          </Button>
        </div>
      </form>
      {preview && (
        <LetterCopies preview={preview} isSending={sending.isPending} onSend={() => sending.mutate(undefined)} />
      )}
    </Page>
  );
}
