/** Members that were named, so that those left out do not hide the usual ones. */
export function given<T extends object>(partial: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const named: { [K in keyof T]?: Exclude<T[K], undefined> } = {};
  for (const key in partial) {
    const value = partial[key];
    if (isGiven(value)) named[key] = value;
  }
  return named;
}

const isGiven = <V>(value: V): value is Exclude<V, undefined> => value !== undefined;
