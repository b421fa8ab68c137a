import { type Address, type Channel, isSame } from './channel.ts';

/** What is said of one channel, and of no other: by an import. What is not said stays. */
export interface ChannelEdit extends Address {
  /** The channel is no longer one of the person's. */
  readonly isOver: boolean;
  readonly facts: Partial<Pick<Channel, 'purpose' | 'bestHours' | 'note' | 'isPublic'>>;
  /** Which place it has in the person's order, from 1. */
  readonly place?: number | undefined;
}

const usual = { purpose: 'any', bestHours: null, note: null, isPublic: false, wrong: null } as const;

/** Channels as they are after edits. Where two want the same place, the one that was edited comes first. */
export function edited(channels: readonly Channel[], edits: readonly ChannelEdit[]): readonly Channel[] {
  const stay = channels.map((channel, at) => {
    const edit = edits.find((one) => isSame(one, channel));
    return { edit, place: edit?.place ?? at + 1, channel: edit ? changed(channel, edit) : channel };
  });
  const come = edits
    .filter((edit) => !edit.isOver && !channels.some((channel) => isSame(edit, channel)))
    .map((edit, at) => ({ edit, place: edit.place ?? channels.length + at + 1, channel: changed(usual, edit) }));
  return [...stay, ...come]
    .filter(({ edit }) => !edit?.isOver)
    .toSorted((one, other) => one.place - other.place || Number(!one.edit) - Number(!other.edit))
    .map(({ channel }) => channel);
}

const changed = (channel: Omit<Channel, keyof Address>, { kind, service, value, facts }: ChannelEdit): Channel => ({
  ...channel,
  ...facts,
  ...{ kind, service, value },
});
