import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { groupQuery } from '../../../../client/src/api/groups.ts';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { FieldErrors } from '../../../../client/src/kit/FieldErrors.tsx';
import { Page } from '../../../../client/src/kit/Page.tsx';
import { RichText } from '../../../../client/src/kit/rich/RichText.tsx';
import { Section } from '../../../../client/src/kit/Section.tsx';
import type { Letter, LettersPreview } from '../../schemas/materials.ts';
import { materialsKey, previewLetters, sendMailing } from '../api/materials.ts';
import { useTexts } from '../useTexts.ts';
import '../progress/notes.css';

const audiences = ['students', 'guardians', 'teachers'] as const;

/** A letter to the people of a group: write, see each copy, send. */
export function WriteLetterPage() {
  const { t } = useTexts();
  const { groupId = '' } = useParams();
  const navigate = useNavigate();
  const { data: group } = useQuery(groupQuery(groupId));
  const [letter, setLetter] = useState<Letter>({
    title: '',
    text: t('letter.sample', { skipInterpolation: true }),
    to: ['guardians'],
  });
  const [preview, setPreview] = useState<LettersPreview>();
  const change = (changed: Partial<Letter>) => {
    setLetter({ ...letter, ...changed });
    setPreview(undefined);
  };
  const looking = useWrite(() => previewLetters(groupId, letter), { onDone: setPreview });
  const sending = useWrite(() => sendMailing(groupId, { ...letter, fingerprint: preview?.fingerprint ?? '' }), {
    refreshes: [materialsKey],
    onDone: ({ id }) => void navigate(`/forum/mailings/${id}`),
  });
  const isReady = letter.title.trim() !== '' && letter.text.trim() !== '' && letter.to.length > 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) looking.mutate(undefined);
  };
  return (
    <Page
      title={t('letter.write')}
      above={<Link to={`/forum/groups/${groupId}/materials`}>{group?.name ?? t('shelf.title')}</Link>}
    >
      <form className="stack" onSubmit={submit}>
        <FieldErrors problem={looking.error ?? sending.error} />
        <fieldset className="signs">
          <legend>{t('letter.to')}</legend>
          {audiences.map((audience) => (
            <Checkbox
              key={audience}
              label={t(`letter.whom.${audience}`)}
              checked={letter.to.includes(audience)}
              onChange={(event) =>
                change({
                  to: event.currentTarget.checked
                    ? [...letter.to, audience]
                    : letter.to.filter((one) => one !== audience),
                })
              }
            />
          ))}
        </fieldset>
        <TextInput
          label={t('write.title')}
          maxLength={200}
          value={letter.title}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
        <Textarea
          label={t('write.text')}
          description={t('letter.how', { skipInterpolation: true })}
          autosize
          minRows={6}
          maxRows={20}
          maxLength={20_000}
          value={letter.text}
          onChange={(event) => change({ text: event.currentTarget.value })}
        />
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
        <Section title={t('letter.copies', { count: preview.letters.length })}>
          <ul className="notes">
            {preview.letters.map(({ person, student, blocks }) => (
              <li key={`${person.id} ${student?.id}`} className="note">
                <h3>{student && student.id !== person.id ? `${person.name} (${student.name})` : person.name}</h3>
                <div className="note-text">
                  <RichText blocks={blocks} />
                </div>
              </li>
            ))}
          </ul>
          <div className="notes-foot">
            <Button
              disabled={preview.letters.length === 0}
              loading={sending.isPending}
              onClick={() => sending.mutate(undefined)}
            >
              {t('letter.send', { count: preview.letters.length })}
            </Button>
          </div>
        </Section>
      )}
    </Page>
  );
}
