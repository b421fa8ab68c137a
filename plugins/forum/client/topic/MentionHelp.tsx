import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSettled } from '../../../../client/src/kit/useSettled.ts';
import { mentionQuery } from '../api/boards.ts';
import { useTexts } from '../useTexts.ts';
import './topic.css';

interface MentionHelpProps {
  readonly boardId: string;
  /** What stands after the @; undefined when nobody is being named. */
  readonly typed: string | undefined;
  readonly onChoose: (name: string, id: string) => void;
}

/** People whom the text may mean, as buttons right below it: for the thumb, and for the Tab key. */
export function MentionHelp({ boardId, typed, onChoose }: MentionHelpProps) {
  const { t } = useTexts();
  const settled = useSettled(typed ?? '');
  const { data } = useQuery({
    ...mentionQuery(boardId, settled),
    enabled: typed !== undefined,
    placeholderData: keepPreviousData,
  });
  if (typed === undefined || !data || data.items.length === 0) return null;
  return (
    // On a phone they would lie below the keyboard.
    <fieldset className="mentions" ref={(shown) => shown?.scrollIntoView({ block: 'nearest' })}>
      <legend className="quiet small">{t('write.mention')}</legend>
      {data.items.map(({ id, name }) => (
        <button key={id} type="button" className="chip" onClick={() => onChoose(name, id)}>
          {name}
        </button>
      ))}
    </fieldset>
  );
}
