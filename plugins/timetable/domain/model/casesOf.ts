import type { Constraint } from './constraint.ts';
import { evaluateAllowedAtoms } from './constraints/allowedAtoms.ts';
import { evaluateAllowedRooms } from './constraints/allowedRooms.ts';
import { evaluateAllowedStarts } from './constraints/allowedStarts.ts';
import { evaluateBreaks } from './constraints/breaks.ts';
import { evaluateBuildingChanges } from './constraints/buildingChanges.ts';
import { evaluateDaysBetween } from './constraints/daysBetween.ts';
import { evaluateDifferentRooms } from './constraints/differentRooms.ts';
import { evaluateEarlyStart } from './constraints/earlyStart.ts';
import { evaluateEndsDay } from './constraints/endsDay.ts';
import { evaluateGapsBetween } from './constraints/gapsBetween.ts';
import { evaluateIntervalDays } from './constraints/intervalDays.ts';
import { evaluateJoinedIfSameDay } from './constraints/joinedIfSameDay.ts';
import { evaluateLock } from './constraints/lock.ts';
import { evaluateMaxContinuous } from './constraints/maxContinuous.ts';
import { evaluateMaxDays } from './constraints/maxDays.ts';
import { evaluateMaxGaps } from './constraints/maxGaps.ts';
import { evaluateMaxHours } from './constraints/maxHours.ts';
import { evaluateMaxSpan } from './constraints/maxSpan.ts';
import { evaluateMinDays } from './constraints/minDays.ts';
import { evaluateMinHours } from './constraints/minHours.ts';
import { evaluateMinRest } from './constraints/minRest.ts';
import { evaluateNotOverlapping } from './constraints/notOverlapping.ts';
import { evaluateOccupiedAtoms } from './constraints/occupiedAtoms.ts';
import { evaluateSameRoomIfConsecutive } from './constraints/sameRoomIfConsecutive.ts';
import { evaluateSameStart } from './constraints/sameStart.ts';
import { evaluateSequence } from './constraints/sequence.ts';
import { evaluateSimultaneous } from './constraints/simultaneous.ts';
import { evaluateUnavailable } from './constraints/unavailable.ts';
import type { Case } from './score.ts';
import type { TimetableView } from './view.ts';

/** The one list of constraint kinds: what each one finds wrong with an assignment. */
export function casesOf(rule: Constraint, view: TimetableView): Case[] {
  switch (rule.kind) {
    case 'lock':
      return evaluateLock(rule, view);
    case 'allowed-starts':
      return evaluateAllowedStarts(rule, view);
    case 'allowed-atoms':
      return evaluateAllowedAtoms(rule, view);
    case 'breaks':
      return evaluateBreaks(rule, view);
    case 'unavailable':
      return evaluateUnavailable(rule, view);
    case 'allowed-rooms':
      return evaluateAllowedRooms(rule, view);
    case 'days-between':
      return evaluateDaysBetween(rule, view);
    case 'joined-if-same-day':
      return evaluateJoinedIfSameDay(rule, view);
    case 'gaps-between':
      return evaluateGapsBetween(rule, view);
    case 'same-start':
      return evaluateSameStart(rule, view);
    case 'not-overlapping':
      return evaluateNotOverlapping(rule, view);
    case 'sequence':
      return evaluateSequence(rule, view);
    case 'ends-day':
      return evaluateEndsDay(rule, view);
    case 'occupied-atoms':
      return evaluateOccupiedAtoms(rule, view);
    case 'simultaneous':
      return evaluateSimultaneous(rule, view);
    case 'different-rooms':
      return evaluateDifferentRooms(rule, view);
    case 'same-room-if-consecutive':
      return evaluateSameRoomIfConsecutive(rule, view);
    case 'max-days':
      return evaluateMaxDays(rule, view);
    case 'min-days':
      return evaluateMinDays(rule, view);
    case 'max-gaps':
      return evaluateMaxGaps(rule, view);
    case 'max-hours':
      return evaluateMaxHours(rule, view);
    case 'min-hours':
      return evaluateMinHours(rule, view);
    case 'max-continuous':
      return evaluateMaxContinuous(rule, view);
    case 'interval-days':
      return evaluateIntervalDays(rule, view);
    case 'early-start':
      return evaluateEarlyStart(rule, view);
    case 'max-span':
      return evaluateMaxSpan(rule, view);
    case 'min-rest':
      return evaluateMinRest(rule, view);
    case 'building-changes':
      return evaluateBuildingChanges(rule, view);
  }
}
