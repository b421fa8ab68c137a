import { useEffect, useRef } from 'react';

/** Brings a post into view once, when it is there. */
export function useScrollTo(number: number | undefined, isThere: boolean): void {
  const done = useRef<number>(undefined);
  useEffect(() => {
    if (number === undefined || !isThere || done.current === number) return;
    done.current = number;
    document.getElementById(`post-${number}`)?.scrollIntoView({ block: 'start' });
  }, [number, isThere]);
}
