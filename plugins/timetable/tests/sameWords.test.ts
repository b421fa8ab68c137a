import { expect } from 'chai';
import { sameClashes } from '../client/bench/sameClashes.ts';
import { sameFindings } from '../client/bench/sameFindings.ts';
import type { FindingView } from '../schemas/findings.ts';
import type { PublicationPreview } from '../schemas/publications.ts';

const lesson = (nth: number) => ({
  courseId: 'maths',
  nth,
  subjectName: 'Maths',
  subgroupName: null,
  groupName: '7 A',
  groupId: 'a',
});

const finding = (nth: number, over: Partial<FindingView> = {}): FindingView => ({
  code: 'no-place',
  isImpossible: true,
  groupName: '7 A',
  homeSchoolName: null,
  subjectName: 'Maths',
  teacher: null,
  lessons: [lesson(nth)] as FindingView['lessons'],
  leftOver: [],
  needed: null,
  free: 25,
  minutes: null,
  people: [],
  rules: [],
  helps: [],
  ...over,
});

type Clash = PublicationPreview['clashes'][number];

const clash = (personName: string, startsAt: string, courseId = 'maths'): Clash => ({
  personId: personName,
  personName,
  courseId,
  subjectName: 'Maths',
  groupName: '7 A',
  startsAt,
  endsAt: startsAt,
  inTheWay: { plugin: 'timetable', entityId: null, subjectName: 'Art', startsAt, endsAt: startsAt },
});

describe('What a tutor reads before publishing', () => {
  it('says once what is the same of every lesson of a course', () => {
    const same = sameFindings([finding(1), finding(2), finding(1, { subjectName: 'Art' }), finding(3)]);
    expect(same.map(({ finding: { subjectName }, times }) => [subjectName, times])).to.deep.equal([
      ['Maths', 3],
      ['Art', 1],
    ]);
    expect(same[0]?.lessons.map(({ nth }) => nth)).to.deep.equal([1, 2, 3]);
  });

  it('says once which two lessons clash every week, with everybody concerned', () => {
    const clashes = [
      clash('Luis', '2026-09-14T07:00:00Z'),
      clash('Ana', '2026-09-07T07:00:00Z'),
      clash('Luis', '2026-09-07T07:00:00Z'),
      clash('Luis', '2026-09-07T07:00:00Z', 'physics'),
    ];
    const same = sameClashes(clashes, (instant) => `${new Date(instant).getUTCDay()} ${instant.slice(11, 16)}`);
    expect(same.map(({ names, dates, clash: { startsAt } }) => ({ names, dates, startsAt }))).to.deep.equal([
      { names: ['Ana', 'Luis'], dates: 2, startsAt: '2026-09-07T07:00:00Z' },
      { names: ['Luis'], dates: 1, startsAt: '2026-09-07T07:00:00Z' },
    ]);
  });
});
