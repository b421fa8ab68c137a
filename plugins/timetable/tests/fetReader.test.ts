import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import fc from 'fast-check';
import { FetError } from '../domain/fet/fetError.ts';
import { fetProblem } from '../domain/fet/fetProblem.ts';
import { readFet } from '../domain/fet/readFet.ts';
import { parseXml } from '../domain/fet/xmlNode.ts';

const fetText = (name: string): string => readFileSync(new URL(`./fet/${name}.fet`, import.meta.url), 'utf8');

function refusalOf(xml: string): FetError {
  try {
    fetProblem(readFet(xml));
  } catch (error) {
    if (error instanceof FetError) return error;
    throw error;
  }
  throw new Error('the file was accepted');
}

describe('the .fet reader', () => {
  it('reads names with accents, entities and commas as they are', () => {
    const file = readFet(fetText('escuela'));
    expect(file.teachers).to.deep.equal(['Núñez', 'Ibáñez & hija', 'Peña']);
    expect(file.hours[0]).to.equal('9:00, primera');
    expect(readFet(fetText('shkola')).teachers).to.deep.equal(['Ёлкина', 'Щукин']);
  });

  it('makes resources of the students that lessons tell apart', () => {
    const { problem } = fetProblem(readFet(fetText('shkola')));
    const students = problem.resources.filter((one) => one.kind === 'students').map((one) => [one.label, one.copies]);
    expect(students).to.have.deep.members([
      ['9А-англ', 1],
      ['9А-нем', 1],
      ['9Б', 1],
    ]);
    expect(problem.activities.find((one) => one.id === '13')?.resources).to.have.length(4);
  });

  it('leaves inactive activities out and lists what it cannot represent', () => {
    const { problem, unrepresented } = fetProblem(readFet(fetText('escuela')));
    expect(problem.activities.map((one) => one.id)).to.not.include('9');
    expect(unrepresented.map(({ type, reason, hard }) => ({ type, reason, hard }))).to.deep.equal([
      { type: 'TwoSetsOfActivitiesOrdered', reason: 'not-supported', hard: false },
      { type: 'TeacherMaxDaysPerWeek', reason: 'unreadable', hard: true },
    ]);
  });

  it('reads comments, plain sections, attributes and empty elements as XML has them', () => {
    const root = parseXml(
      '\uFEFF<?xml version="1.0"?>\n<!-- <no> -->\n<fet a="1 &gt; 0" b=\'"\' >\n<x/><y>a &lt;<![CDATA[ b & <c> ]]>&#228;</y >\r\n</fet>\n',
    );
    expect([...root.attributes]).to.deep.equal([
      ['a', '1 > 0'],
      ['b', '"'],
    ]);
    expect(root.children.map(({ name, text, line }) => [name, text, line])).to.deep.equal([
      ['x', '', 4],
      ['y', 'a < b & <c> ä', 4],
    ]);
  });

  const bad: readonly [what: string, mend: (xml: string) => string, message: RegExp, line: number | null][] = [
    ['an element that is never closed', (xml) => xml.replace('</Days_List>', ''), /Days_List|closing tag/, null],
    ['a file that ends early', (xml) => xml.slice(0, 900), /./, null],
    ['no XML at all', () => 'hola', /./, 1],
    ['another root', () => '<school/>', /not a \.fet file/, 1],
    ['a document type', (xml) => xml.replace('<fet', '<!DOCTYPE fet [<!ENTITY a "b">]><fet'), /not allowed/, 2],
    ['another mode', (xml) => xml.replace('>Official<', '>Mornings-Afternoons<'), /mode/, 2],
    ['no hours', (xml) => xml.replace(/<Hours_List>[\s\S]*<\/Hours_List>/, ''), /no days or no hours/, 2],
    [
      'an unknown teacher',
      (xml) => xml.replace('<Activity><Teacher>Peña<', '<Activity><Teacher>Nadie<'),
      /unknown teacher "Nadie"/,
      26,
    ],
    [
      'unknown students',
      (xml) => xml.replace('<Students>1ºA<', '<Students>7ºA<'),
      /activity 4: unknown students "7ºA"/,
      25,
    ],
    ['an Id twice', (xml) => xml.replace('<Id>2</Id>', '<Id>1</Id>'), /Id 1 occurs twice/, 23],
    [
      'a duration that is no number',
      (xml) => xml.replace('<Duration>1<', '<Duration>one<'),
      /whole number, not "one"/,
      22,
    ],
    ['two roots', (xml) => `${xml}<fet/>`, /exactly one root/, null],
    ['text after the root', (xml) => `${xml}\nhola`, /outside of the root/, null],
    ['a comment without end', (xml) => xml.replace('<Days_List>', '<!-- <Days_List>'), /"-->" is missing/, 5],
    ['an attribute without quotes', (xml) => xml.replace('<Days_List>', '<Days_List id=7>'), /badly written/, 5],
    [
      'a closing tag of another',
      (xml) => xml.replace('</Days_List>', '</Hours_List>'),
      /<Days_List> is never closed/,
      5,
    ],
    ['a tower of elements', (xml) => xml.replace('<Days_List>', '<a>'.repeat(100)), /nested deeper/, 5],
    ['a day twice', (xml) => xml.replace('>Martes<', '>Lunes<'), /"Lunes" occurs twice/, 6],
  ];
  for (const [what, mend, message, line] of bad) {
    it(`refuses ${what}, with the line`, () => {
      const error = refusalOf(mend(fetText('escuela')));
      expect(error.message).to.match(message);
      if (line !== null) expect(error.line).to.equal(line);
    });
  }

  it('reads a file that is a single line, however long', () => {
    const root = parseXml(`<r>${'<a/>'.repeat(400_000)}</r>`);
    expect(root.children).to.have.length(400_000);
    expect(root.children.at(-1)?.line).to.equal(1);
  });

  it('answers any damage to a file with a FetError or a problem, never with another error', () => {
    const xml = fetText('shkola');
    fc.assert(
      fc.property(fc.nat(xml.length), fc.nat(60), fc.string({ maxLength: 8 }), (at, length, rubbish) => {
        try {
          fetProblem(readFet(xml.slice(0, at) + rubbish + xml.slice(at + length)));
        } catch (error) {
          expect(error).to.be.instanceOf(FetError);
        }
      }),
      { numRuns: 150 },
    );
  });
});
