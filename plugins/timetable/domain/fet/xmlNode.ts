import { FetError } from './fetError.ts';
import { decodeText } from './xmlText.ts';

/** An element with its own text (not that of its children), and the line on which it starts. */
export interface XmlNode {
  readonly name: string;
  readonly line: number;
  readonly text: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
}

/** .fet files of whole districts have some 10 MB. */
export const MAX_CHARACTERS = 64 * 1024 * 1024;
const MAX_DEPTH = 32;

/**
 * Reads XML that may come from anyone: bounded in size and depth, document types refused (so no entities), no numbers
 * guessed. Throws FetError with the line of the first mistake.
 *
 * A parser of our own, in one pass: a general one takes longer to read a file of 400 lessons than the engine takes to place them.
 */
export function parseXml(xml: string): XmlNode {
  if (xml.length > MAX_CHARACTERS) throw new FetError(`the file has more than ${MAX_CHARACTERS} characters`, 1);
  return new Reader(xml).read();
}

interface Opened {
  readonly name: string;
  readonly line: number;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlNode[];
  text: string;
}

const NAME = /^[\p{L}_:][\p{L}\p{N}_:.-]*$/u;
const ATTRIBUTE = /\s+([^\s=/>"']+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const NONE: ReadonlyMap<string, string> = new Map();

class Reader {
  readonly #xml: string;
  readonly #open: Opened[] = [];
  #root: XmlNode | null = null;
  #at = 0;
  /** Line of the position that was asked for last, and where it ends. */
  #line = 1;
  #lineEnd: number;

  constructor(xml: string) {
    this.#xml = xml;
    this.#lineEnd = xml.indexOf('\n');
    if (xml.startsWith('\uFEFF')) this.#at = 1;
  }

  read(): XmlNode {
    const xml = this.#xml;
    for (let tag = xml.indexOf('<', this.#at); tag >= 0; tag = xml.indexOf('<', this.#at)) {
      if (tag > this.#at) this.#text(decodeText(xml.slice(this.#at, tag)));
      this.#at = tag;
      const next = xml.charCodeAt(tag + 1);
      if (next === SLASH) this.#close();
      else if (next === EXCLAMATION) this.#declaration();
      else if (next === QUESTION) this.#skipTo('?>');
      else this.#start();
    }
    const left = this.#open.at(-1);
    if (left) throw neverClosed(left);
    this.#text(xml.slice(this.#at));
    if (!this.#root) throw this.#mistake('there has to be exactly one root element');
    return this.#root;
  }

  #text(text: string): void {
    const inside = this.#open.at(-1);
    if (inside) inside.text += text;
    else if (/[^\s\uFEFF]/.test(text)) throw this.#mistake('text is not allowed outside of the root element');
  }

  /** Comments are skipped, sections of plain characters are text; anything else of this kind could define entities. */
  #declaration(): void {
    const start = this.#at;
    if (this.#xml.startsWith('<!--', start)) this.#skipTo('-->');
    else if (this.#xml.startsWith('<![CDATA[', start)) {
      this.#skipTo(']]>');
      this.#text(this.#xml.slice(start + '<![CDATA['.length, this.#at - ']]>'.length));
    } else throw this.#mistake('document types and entities are not allowed');
  }

  #skipTo(end: string): void {
    const found = this.#xml.indexOf(end, this.#at);
    if (found < 0) throw this.#mistake(`"${end}" is missing`);
    this.#at = found + end.length;
  }

  #close(): void {
    const end = this.#xml.indexOf('>', this.#at);
    const name = this.#xml.slice(this.#at + 2, end < 0 ? undefined : end).trimEnd();
    const last = this.#open.pop();
    if (end < 0 || !last) throw this.#mistake(`the closing tag "${name.slice(0, 100)}" closes nothing`);
    if (name !== last.name) throw neverClosed(last);
    this.#at = end + 1;
    this.#add(last);
  }

  #start(): void {
    const line = this.#lineHere();
    if (this.#open.length > MAX_DEPTH) throw this.#mistake(`elements are nested deeper than ${MAX_DEPTH}`);
    const end = this.#xml.indexOf('>', this.#at);
    const whole = this.#xml.slice(this.#at + 1, end < 0 ? undefined : end);
    const space = whole.search(/[\s/]/);
    const name = space < 0 ? whole : whole.slice(0, space);
    if (end < 0 || !NAME.test(name)) throw this.#mistake(`"<${name.slice(0, 100)}" is no element`);
    this.#at += 1 + name.length;
    const attributes = space < 0 ? NONE : this.#attributes();
    const isEmpty = this.#xml.startsWith('/>', this.#at);
    if (!isEmpty && this.#xml[this.#at] !== '>') throw this.#mistake(`<${name}> is badly written`);
    this.#at += isEmpty ? 2 : 1;
    const opened = { name, line, attributes, children: [], text: '' };
    if (isEmpty) this.#add(opened);
    else this.#open.push(opened);
  }

  /** Reads up to the end of the tag. */
  #attributes(): ReadonlyMap<string, string> {
    const found = new Map<string, string>();
    ATTRIBUTE.lastIndex = this.#at;
    for (let match = ATTRIBUTE.exec(this.#xml); match; match = ATTRIBUTE.exec(this.#xml)) {
      const [whole, name = '', double, single = ''] = match;
      if (found.has(name)) throw this.#mistake(`the attribute "${name.slice(0, 100)}" is said twice`);
      found.set(name, decodeText(double ?? single));
      this.#at += whole.length;
    }
    while (/\s/.test(this.#xml.charAt(this.#at))) this.#at += 1;
    return found;
  }

  #add(node: XmlNode): void {
    const parent = this.#open.at(-1);
    if (parent) parent.children.push(node);
    else if (this.#root) throw this.#mistake('there has to be exactly one root element');
    else this.#root = node;
  }

  /** Positions only ascend, so each line is looked for once, however long it is. */
  #lineHere(): number {
    while (this.#lineEnd >= 0 && this.#lineEnd < this.#at) {
      this.#line += 1;
      this.#lineEnd = this.#xml.indexOf('\n', this.#lineEnd + 1);
    }
    return this.#line;
  }

  #mistake(message: string): FetError {
    return new FetError(message, this.#lineHere());
  }
}

const [SLASH, EXCLAMATION, QUESTION] = [47, 33, 63];

const neverClosed = ({ name, line }: Opened): FetError => new FetError(`<${name}> is never closed`, line);
