export const teacherResource = (teacherId: string): string => `teacher:${teacherId}`;
export const roomsResource = 'rooms';

/** The person behind a teacher's resource; undefined when it is something else. */
export const teacherOfResource = (id: string): string | undefined =>
  id.startsWith('teacher:') ? id.slice('teacher:'.length) : undefined;

export const placeId = (groupId: string, weekday: number, hour: number): string => `${groupId}/${weekday}/${hour}`;

/** The hour that a place means; undefined for one that is not of a group's grid. */
export function hourOfPlace(id: string): { readonly weekday: number; readonly hour: number } | undefined {
  const [, weekday, hour] = id.split('/');
  return weekday && hour ? { weekday: Number(weekday), hour: Number(hour) } : undefined;
}
