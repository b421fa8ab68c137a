import { useEffect, useState } from 'react';

/** A value once it has stopped changing for a moment, so that typing does not ask the server at each letter. */
export function useSettled<V>(value: V, ms = 250): V {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}
