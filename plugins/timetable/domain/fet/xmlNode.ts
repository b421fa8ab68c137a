import { XMLParser, XMLValidator } from 'fast-xml-parser';
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

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  captureMetaData: true,
});

/**
 * Reads XML that may come from anyone: bounded in size and depth, document types refused (so no entities), no numbers
 * guessed. Throws FetError with the line of the first mistake.
 */
export function parseXml(xml: string): XmlNode {
  if (xml.length > MAX_CHARACTERS) throw new FetError(`the file has more than ${MAX_CHARACTERS} characters`, 1);
  const doctype = xml.search(/<!(DOCTYPE|ENTITY)/i);
  if (doctype >= 0) throw new FetError('document types and entities are not allowed', lineAt(xml, doctype));
  const body = xml.replace(/^\uFEFF/, '');
  const valid = XMLValidator.validate(body);
  if (valid !== true) throw mistake(body, valid.err.msg, valid.err.line);
  const roots = nodesOf(tryParse(body), lineCounter(body), 0).filter((node) => !node.name.startsWith('?'));
  const [root] = roots;
  if (!root || roots.length > 1) throw new FetError('there has to be exactly one root element', 1);
  return root;
}

function tryParse(body: string): unknown {
  try {
    return parser.parse(body);
  } catch (error) {
    throw new FetError(error instanceof Error ? error.message : 'the XML cannot be read', 1);
  }
}

/** The validator gives unclosed elements line 1; the last one that was opened is the better hint. */
function mistake(xml: string, message: string, line: number): FetError {
  const unclosed = /"([^"]+)"\s*\]' found/.exec(message)?.[1];
  if (unclosed === undefined) return new FetError(message, line);
  return new FetError(`<${unclosed}> is never closed`, lineAt(xml, Math.max(0, xml.lastIndexOf(`<${unclosed}`))));
}

function nodesOf(items: unknown, lineOf: (index: number) => number, depth: number): XmlNode[] {
  if (!Array.isArray(items)) return [];
  if (depth > MAX_DEPTH) throw new FetError(`elements are nested deeper than ${MAX_DEPTH}`, 1);
  return items.flatMap((item: unknown) => {
    if (typeof item !== 'object' || item === null) return [];
    const entry = Object.entries(item).find(([key]) => key !== ':@' && key !== '#text');
    if (!entry) return [];
    const [name, content]: [string, unknown] = entry;
    const line = lineOf(startOf(item));
    return [
      {
        name,
        line,
        text: textOf(content),
        attributes: attributesOf(item),
        children: nodesOf(content, lineOf, depth + 1),
      },
    ];
  });
}

/** The parser keeps positions under a symbol, the only one that it sets. */
function startOf(item: object): number {
  const [key] = Object.getOwnPropertySymbols(item);
  const meta: unknown = key === undefined ? undefined : Reflect.get(item, key);
  const start: unknown = typeof meta === 'object' && meta !== null ? Reflect.get(meta, 'startIndex') : 0;
  return typeof start === 'number' ? start : 0;
}

function textOf(content: unknown): string {
  if (!Array.isArray(content)) return '';
  const parts = content.map((part: unknown) =>
    typeof part === 'object' && part !== null ? Reflect.get(part, '#text') : '',
  );
  return decodeText(parts.filter((part) => typeof part === 'string').join(''));
}

function attributesOf(item: object): ReadonlyMap<string, string> {
  const raw: unknown = Reflect.get(item, ':@');
  if (typeof raw !== 'object' || raw === null) return new Map();
  return new Map(Object.entries(raw).map(([key, value]) => [key, decodeText(String(value))]));
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}

/** Lines for indices that mostly ascend: counts on from the last one. */
function lineCounter(text: string): (index: number) => number {
  let line = 1;
  let at = 0;
  return (index) => {
    if (index < at) {
      line = 1;
      at = 0;
    }
    for (let next = text.indexOf('\n', at); next >= 0 && next < index; next = text.indexOf('\n', at)) {
      line += 1;
      at = next + 1;
    }
    return line;
  };
}
