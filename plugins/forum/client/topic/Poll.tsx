import { Button } from '@mantine/core';
import { useId } from 'react';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { ProblemView } from '../../../../client/src/kit/ProblemView.tsx';
import type { PollView, TopicView } from '../../schemas/topics.ts';
import { endPoll, vote } from '../api/topics.ts';
import { useTexts } from '../useTexts.ts';
import './topic.css';

interface PollProps {
  readonly topic: TopicView;
  readonly poll: PollView;
  readonly onChanged: (topic: TopicView) => void;
}

/** A question with answers to choose from; how many chose each is seen by all, who did by nobody. */
export function Poll({ topic, poll, onChanged }: PollProps) {
  const { t } = useTexts();
  const name = useId();
  const voting = useWrite((options: readonly number[]) => vote(topic.id, options), { onDone: onChanged });
  const ending = useWrite(() => endPoll(topic.id), { onDone: onChanged });
  const mine = poll.options.flatMap(({ isMine }, at) => (isMine ? [at] : []));
  const choose = (at: number, isOn: boolean) => {
    if (!poll.isMultiple) return voting.mutate(isOn ? [at] : []);
    voting.mutate(isOn ? [...mine, at] : mine.filter((one) => one !== at));
  };
  return (
    <fieldset className="poll" disabled={poll.isClosed}>
      <legend>{poll.question}</legend>
      {voting.error && <ProblemView problem={voting.error} />}
      {poll.options.map(({ text, votes, isMine }, at) => (
        <label key={text} className="poll-option">
          <input
            type={poll.isMultiple ? 'checkbox' : 'radio'}
            name={name}
            checked={isMine}
            onChange={(event) => choose(at, event.currentTarget.checked)}
          />
          <span className="poll-text">{text}</span>
          <span className="quiet figures">{t('poll.votes', { count: votes })}</span>
          <progress className="poll-bar" aria-hidden="true" max={Math.max(1, poll.voters)} value={votes} />
        </label>
      ))}
      <p className="quiet small">
        {t(poll.isClosed ? 'poll.ended' : 'poll.voters', { count: poll.voters })} {t('poll.secret')}
      </p>
      {topic.may.keep && !poll.isClosed && (
        <div>
          <Button
            variant="default"
            size="compact-md"
            loading={ending.isPending}
            onClick={() => ending.mutate(undefined)}
          >
            {t('poll.end')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
