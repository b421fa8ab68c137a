import { useState } from 'react';

/** Stays true once it was: a sheet that closes is still there to glide away. */
export function useEver(value: boolean): boolean {
  const [ever, setEver] = useState(value);
  if (value && !ever) setEver(true);
  return ever || value;
}
