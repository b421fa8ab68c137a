import { type Fields, type ImportRecord, type Kind, nameOf } from './records.ts';
import { peopleOf } from './titles.ts';

/** What is to be remembered of a thing. */
export interface ToRemember {
  readonly kind: Kind;
  readonly key: string;
  readonly fieldsJson: Fields;
  /** The school's own keys of the people whom it is about. */
  readonly personKey: string | null;
  readonly otherKey: string | null;
}

/** What a record says that is not remembered yet; `known` is what was remembered before. */
export const news =
  (known: ReadonlyMap<string, Fields>) =>
  ({ kind, key, fields }: ImportRecord): readonly ToRemember[] => {
    const before = known.get(nameOf({ kind, key }));
    const isNews = !before || Object.entries(fields).some(([name, value]) => before[name] !== value);
    const [personKey = null, otherKey = null] = peopleOf({ kind, key });
    return isNews ? [{ kind, key, fieldsJson: { ...before, ...fields }, personKey, otherKey }] : [];
  };
