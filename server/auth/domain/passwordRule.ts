import { folded } from '../../host/folded.ts';

/** Twelve signs and more of these are still guessed first. */
const common = /^(1234567890|qwertyuiop|йцукенгшщз|password|contrase|пароль|tutoria|abcdefgh|11111|00000)/;

/** Whether a password of a fitting length is not one that whoever knows the person tries first. */
export function decidePassword(password: string, known: readonly string[]): 'fits' | 'weak' {
  const plain = folded(password);
  const hasVariety = new Set(plain).size >= 5;
  const tells = known
    .map(folded)
    .some((text) => text.length >= 4 && plain.replaceAll(text, '').replace(/[^\p{L}]/gu, '').length < 6);
  return hasVariety && !common.test(plain) && !tells ? 'fits' : 'weak';
}
