import type { CourseFacts, GridPlace } from './facts.ts';
import { minutesOf } from './weekSpan.ts';

/** How many consecutive hours of the grid a lesson needs from a start on; undefined when the day is over before its end. */
function hoursFrom(start: GridPlace, minutes: number, grid: ReadonlyMap<string, GridPlace>): number | undefined {
  const startsAt = minutesOf(start.startsTime);
  for (let hours = 1; ; hours += 1) {
    const last = grid.get(`${start.weekday}/${start.hour + hours - 1}`);
    if (!last) return undefined;
    if (minutesOf(last.startsTime) + last.minutes - startsAt >= minutes) return hours;
  }
}

/** Where the lessons of a course may begin, whoever can be there, and how many hours of the grid each takes. */
export interface Starts {
  /** 0 when the grid has no stretch that is long enough. */
  readonly hours: number;
  readonly places: readonly GridPlace[];
}

/** A lesson takes as few hours as it can; starts that would cost more are left out. */
export function startsOf(course: Pick<CourseFacts, 'lessonMinutes'>, grid: readonly GridPlace[]): Starts {
  const at = new Map(grid.map((place) => [`${place.weekday}/${place.hour}`, place]));
  const fits = grid.flatMap((place) => {
    const hours = hoursFrom(place, course.lessonMinutes, at);
    return hours === undefined ? [] : [{ place, hours }];
  });
  if (fits.length === 0) return { hours: 0, places: [] };
  const hours = Math.min(...fits.map((fit) => fit.hours));
  return { hours, places: fits.filter((fit) => fit.hours === hours).map((fit) => fit.place) };
}
