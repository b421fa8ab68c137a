import { type Fields, type ImportRecord, type Kind, nameOf } from './records.ts';

/** What is to be remembered of a thing. */
export interface ToRemember {
  readonly kind: Kind;
  readonly key: string;
  readonly fieldsJson: Fields;
}

/** What the files say that is not remembered yet; `known` is what was remembered before. */
export const news = (records: readonly ImportRecord[], known: ReadonlyMap<string, Fields>): readonly ToRemember[] =>
  records.flatMap(({ kind, key, fields }) => {
    const before = known.get(nameOf({ kind, key }));
    const isNews = !before || Object.entries(fields).some(([name, value]) => before[name] !== value);
    return isNews ? [{ kind, key, fieldsJson: { ...before, ...fields } }] : [];
  });
