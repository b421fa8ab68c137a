import { Button } from '@mantine/core';
import { RichText } from '../../../../client/src/kit/rich/RichText.tsx';
import { Section } from '../../../../client/src/kit/Section.tsx';
import type { LettersPreview } from '../../schemas/materials.ts';
import { useTexts } from '../useTexts.ts';

interface LetterCopiesProps {
  readonly preview: LettersPreview;
  readonly isSending: boolean;
  readonly onSend: () => void;
}

/** Every letter as it would go out, and to whom; the button sends exactly these. */
export function LetterCopies({ preview, isSending, onSend }: LetterCopiesProps) {
  const { t } = useTexts();
  const { letters } = preview;
  return (
    <Section title={t('letter.copies', { count: letters.length })}>
      <ul className="notes">
        {letters.map(({ person, student, title, blocks }) => (
          <li key={`${person.id} ${student?.id}`} className="note">
            <h3>{student && student.id !== person.id ? `${person.name} (${student.name})` : person.name}</h3>
            <div className="note-text">
              <p>
                <strong>{title}</strong>
              </p>
              <RichText blocks={blocks} />
            </div>
          </li>
        ))}
      </ul>
      <div className="notes-foot">
        <Button disabled={letters.length === 0} loading={isSending} onClick={onSend}>
          {t('letter.send', { count: letters.length })}
        </Button>
      </div>
    </Section>
  );
}
