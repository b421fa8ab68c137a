/** Whether dist was built after the last change of a source. */
export function isFresh(): boolean;
