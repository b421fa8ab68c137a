import { randomInt } from 'node:crypto';
import { codeAlphabet, codeLength } from './domain/code.ts';

/** A code that nobody has guessed. */
export const newCode = (): string =>
  Array.from({ length: codeLength }, () => codeAlphabet[randomInt(codeAlphabet.length)]).join('');
