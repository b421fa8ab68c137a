import { FetError } from './fetError.ts';
import type { XmlNode } from './xmlNode.ts';

/** Children with one of the names, in order. */
export const all = (node: XmlNode, ...names: readonly string[]): XmlNode[] =>
  node.children.filter((child) => names.includes(child.name));

/** Text of the first child that has the first name, else the second, and so on (FET renamed some); '' when there is none. */
export function text(node: XmlNode, ...names: readonly string[]): string {
  for (const name of names) {
    const child = node.children.find((one) => one.name === name);
    if (child) return child.text;
  }
  return '';
}

/** A whole number of a child; the fallback when it is absent or empty. Throws FetError when it is something else. */
export function whole(node: XmlNode, names: readonly string[], fallback?: number): number {
  const raw = text(node, ...names).trim();
  if (raw === '' && fallback !== undefined) return fallback;
  if (!/^[+-]?\d{1,9}$/.test(raw))
    throw new FetError(`<${node.name}>: ${names[0]} has to be a whole number, not "${raw}"`, node.line);
  return Number(raw);
}

/** A yes or no of a child; the fallback when it is absent or unreadable. */
export function flag(node: XmlNode, name: string, fallback: boolean): boolean {
  const raw = text(node, name).trim().toLowerCase();
  if (['true', 'yes', '1'].includes(raw)) return true;
  return ['false', 'no', '0'].includes(raw) ? false : fallback;
}

/** `Weight_Percentage`; in very old files `Weight`, 0 to 1. */
export function weightOf(node: XmlNode): number {
  const percent = text(node, 'Weight_Percentage').trim();
  const old = text(node, 'Weight').trim();
  const number = Number(percent !== '' ? percent : old !== '' ? old : '100');
  if (!Number.isFinite(number) || number < 0)
    throw new FetError(`<${node.name}>: weight "${percent || old}"`, node.line);
  return percent === '' && old !== '' && number <= 1 ? number * 100 : Math.min(100, number);
}
