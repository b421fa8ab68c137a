import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { refusing } from '../../http/refusing.ts';
import { lockAt } from '../access/lockAt.ts';
import { mustEditSchool } from '../access/wholeSchool.ts';
import { holidayChanged, termChanged } from '../events.ts';
import { holidayUnknown, referenceUnknown, stillInUse, termOverlaps, termUnknown } from '../problems.ts';
import type { HolidayInput, NewTerm } from '../schemas/school.ts';
import { holidayById, termsTouching } from '../store/dates.ts';
import { deleteRow, insertRow, updateRevised } from '../store/revised.ts';

const termGuards = [{ guard: 'school_term_overlap', problem: termOverlaps }];
const groupGuards = [
  {
    guard: 'reference',
    problem: referenceUnknown,
    extra: { issues: [{ in: 'body', path: ['groupId'], code: 'unknown' }] },
  },
];

/** Names the term that is in the way. */
async function mustBeFree(scope: WriteScope, { startsOn, endsOn }: NewTerm, except?: string): Promise<void> {
  const others = await termsTouching(scope.db, { fromOn: startsOn, untilOn: endsOn });
  const other = others.find((term) => term.id !== except);
  if (other)
    throw new Problem(termOverlaps, {
      name: other.name,
      startsOn: other.startsOn,
      endsOn: other.endsOn,
      termId: other.id,
    });
}

/** Adds a term. Returns its id. */
export async function addTerm(scope: WriteScope, term: NewTerm): Promise<string> {
  mustEditSchool(scope);
  await mustBeFree(scope, term);
  const id = scope.newId();
  await refusing(insertRow(scope.db, 'school_term', { ...term, id }), termGuards);
  scope.emit(termChanged, { termId: id });
  return id;
}

export async function changeTerm(scope: WriteScope, id: string, term: NewTerm, ifMatch: number): Promise<void> {
  mustEditSchool(scope);
  await lockAt(scope, 'school_term', id, ifMatch, termUnknown);
  await mustBeFree(scope, term, id);
  await refusing(updateRevised(scope.db, 'school_term', id, term), termGuards);
  scope.emit(termChanged, { termId: id });
}

export async function removeTerm(scope: WriteScope, id: string): Promise<void> {
  mustEditSchool(scope);
  const gone = await refusing(deleteRow(scope.db, 'school_term', id), [{ guard: 'reference', problem: stillInUse }]);
  if (gone === 0) throw new Problem(termUnknown, { id });
  scope.emit(termChanged, { termId: id });
}

/** Adds a holiday of one group or of all. Returns its id. */
export async function addHoliday(scope: WriteScope, holiday: HolidayInput): Promise<string> {
  mustEditSchool(scope);
  const id = scope.newId();
  await refusing(insertRow(scope.db, 'school_holiday', { ...holiday, id }), groupGuards);
  scope.emit(holidayChanged, { holidayId: id, groupId: holiday.groupId });
  return id;
}

/** Changes a holiday; groups that had it are told too. */
export async function changeHoliday(
  scope: WriteScope,
  id: string,
  holiday: HolidayInput,
  ifMatch: number,
): Promise<void> {
  mustEditSchool(scope);
  await lockAt(scope, 'school_holiday', id, ifMatch, holidayUnknown);
  const before = await holidayById(scope.db, id);
  await refusing(updateRevised(scope.db, 'school_holiday', id, holiday), groupGuards);
  for (const groupId of new Set([before?.groupId ?? null, holiday.groupId]))
    scope.emit(holidayChanged, { holidayId: id, groupId });
}

export async function removeHoliday(scope: WriteScope, id: string): Promise<void> {
  mustEditSchool(scope);
  const before = await holidayById(scope.db, id);
  if (!before) throw new Problem(holidayUnknown, { id });
  await deleteRow(scope.db, 'school_holiday', id);
  scope.emit(holidayChanged, { holidayId: id, groupId: before.groupId });
}
