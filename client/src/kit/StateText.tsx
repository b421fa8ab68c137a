import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import './state.css';

export type Tone = 'plain' | 'done' | 'waiting' | 'moved' | 'stopped';

const signs: Readonly<Record<Tone, IconName | undefined>> = {
  plain: undefined,
  done: 'check',
  waiting: 'clock',
  moved: 'moved',
  stopped: 'close',
};

/** A state in words, with a sign; never by colour alone. */
export function StateText({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  const sign = signs[tone];
  return (
    <span className={`state state-${tone}`}>
      {sign && <Icon name={sign} size={15} />}
      <span>{children}</span>
    </span>
  );
}
