/** A constraint of FET, a timetable that keeps it and one that breaks it by one. See `tinySchool` for how both are written. */
export interface RuleRow {
  readonly type: string;
  readonly body: string;
  readonly kept: string;
  readonly broken: string;
}

/** Class A and its teacher have hours 1 to 3 of the first day, class B hours 1 and 2. */
const dense = '11 12 13 11 12';
/** The third lesson of A is one hour later, or on the next day. */
const late = '11 12 14 11 12';
const nextDay = '11 12 21 11 12';
const apart = '11 13 12 11 12';

const ids = (...activities: readonly number[]): string =>
  activities.map((id) => `<Activity_Id>${id}</Activity_Id>`).join('');
const ordered = (...activities: readonly number[]): string =>
  ['First', 'Second', 'Third']
    .slice(0, activities.length)
    .map((nth, index) => `<${nth}_Activity_Id>${activities[index]}</${nth}_Activity_Id>`)
    .join('');
const slot = (item: string, prefix: string, day: number, hour: number): string =>
  `<${item}><${prefix}Day>D${day}</${prefix}Day><${prefix}Hour>H${hour}</${prefix}Hour></${item}>`;
const away = slot('Not_Available_Time', '', 1, 4);
const slots = (item: string, prefix: string, hours: readonly number[]): string =>
  hours.map((hour) => slot(item, prefix, 1, hour)).join('');
const early = slots('Preferred_Starting_Time', 'Preferred_Starting_', [1, 2, 3]);
const earlySlots = slots('Preferred_Time_Slot', 'Preferred_', [1, 2, 3]);
const selected = (...hours: readonly number[]): string => slots('Selected_Time_Slot', 'Selected_', hours);

/** One rule for each of those whom FET has it for, named in the way of its element. */
function family(
  pattern: string,
  body: string,
  kept: string,
  broken: string,
  who: readonly (keyof typeof WHOM)[] = ['Teacher', 'Teachers', 'StudentsSet', 'Students'],
): RuleRow[] {
  return who.map((kind) => ({ type: `${kind}${pattern}`, body: WHOM[kind] + body, kept, broken }));
}
const WHOM = {
  Teacher: '<Teacher_Name>T1</Teacher_Name>',
  Teachers: '',
  StudentsSet: '<Students>A</Students>',
  Students: '',
};
const tag = '<Activity_Tag_Name>Lab</Activity_Tag_Name>';

/** The same of a constraint about one room and of its form for several, which names the room in another way. */
function inRoom(pattern: string, who: string, kept: string, broken: string): RuleRow[] {
  return [
    { type: `${pattern}Room`, body: `${who}<Room>R1</Room>`, kept, broken },
    { type: `${pattern}Rooms`, body: `${who}<Preferred_Room>R1</Preferred_Room>`, kept, broken },
  ];
}
/** Lessons 1 to 3 of A in the first room, and the third of them in none. */
const atHome = '111 121 131 11 12';
const homeless = '111 121 13 11 12';

export const RULES: readonly RuleRow[] = [
  { type: 'BreakTimes', body: slot('Break_Time', '', 1, 4), kept: dense, broken: late },
  { type: 'TeacherNotAvailableTimes', body: `<Teacher>T1</Teacher>${away}`, kept: dense, broken: late },
  { type: 'StudentsSetNotAvailableTimes', body: `<Students>A</Students>${away}`, kept: dense, broken: late },
  {
    type: 'ActivityPreferredStartingTime',
    body: `${ids(3)}<Preferred_Day>D1</Preferred_Day><Preferred_Hour>H3</Preferred_Hour><Permanently_Locked>true</Permanently_Locked>`,
    kept: dense,
    broken: late,
  },
  { type: 'ActivityPreferredStartingTimes', body: ids(3) + early, kept: dense, broken: late },
  { type: 'ActivitiesPreferredStartingTimes', body: `<Subject>Art</Subject>${early}`, kept: dense, broken: late },
  { type: 'ActivityPreferredTimeSlots', body: ids(3) + earlySlots, kept: dense, broken: late },
  { type: 'ActivitiesPreferredTimeSlots', body: `<Subject>Art</Subject>${earlySlots}`, kept: dense, broken: late },
  {
    type: 'MinDaysBetweenActivities',
    body: `${ids(1, 3)}<MinDays>1</MinDays><Consecutive_If_Same_Day>false</Consecutive_If_Same_Day>`,
    kept: nextDay,
    broken: dense,
  },
  { type: 'ActivityPreferredDay', body: `${ids(3)}<Preferred_Day>D1</Preferred_Day>`, kept: dense, broken: nextDay },
  {
    type: 'SubactivitiesPreferredStartingTimes',
    body: `<Component_Number>1</Component_Number><Subject>Art</Subject>${early}`,
    kept: dense,
    broken: late,
  },
  {
    type: 'SubactivitiesPreferredTimeSlots',
    body: `<Component_Number>1</Component_Number><Subject>Art</Subject>${earlySlots}`,
    kept: dense,
    broken: late,
  },
  { type: 'MaxDaysBetweenActivities', body: `${ids(1, 3)}<MaxDays>0</MaxDays>`, kept: dense, broken: nextDay },
  { type: 'MinGapsBetweenActivities', body: `${ids(1, 2)}<MinGaps>1</MinGaps>`, kept: apart, broken: dense },
  { type: 'ActivitiesSameStartingTime', body: ids(1, 4), kept: dense, broken: '11 12 13 13 12' },
  { type: 'ActivitiesSameStartingDay', body: ids(1, 4), kept: dense, broken: '11 12 13 21 12' },
  { type: 'ActivitiesSameStartingHour', body: ids(1, 4), kept: '11 12 13 21 12', broken: '11 12 13 23 12' },
  { type: 'ActivitiesNotOverlapping', body: ids(1, 4), kept: '11 12 13 13 12', broken: dense },
  { type: 'TwoActivitiesConsecutive', body: ordered(1, 2), kept: dense, broken: '12 11 13 11 12' },
  { type: 'TwoActivitiesGrouped', body: ordered(1, 2), kept: '12 11 13 11 12', broken: apart },
  { type: 'ThreeActivitiesGrouped', body: ordered(1, 2, 3), kept: dense, broken: late },
  { type: 'TwoActivitiesOrdered', body: ordered(1, 2), kept: dense, broken: '12 11 13 11 12' },
  { type: 'TwoActivitiesOrderedIfSameDay', body: ordered(1, 2), kept: '21 11 13 11 12', broken: '12 11 13 11 12' },
  { type: 'ActivityEndsStudentsDay', body: ids(3), kept: dense, broken: apart },
  { type: 'ActivitiesEndStudentsDay', body: '<Subject_Name>Art</Subject_Name>', kept: dense, broken: apart },
  ...family('MaxDaysPerWeek', '<Max_Days_Per_Week>1</Max_Days_Per_Week>', dense, nextDay),
  ...family('MinDaysPerWeek', '<Minimum_Days_Per_Week>2</Minimum_Days_Per_Week>', nextDay, dense, [
    'Teacher',
    'StudentsSet',
  ]),
  ...family('MinDaysPerWeek', '<Minimum_Days_Per_Week>2</Minimum_Days_Per_Week>', '11 12 21 11 21', nextDay, [
    'Teachers',
    'Students',
  ]),
  ...family('MaxHoursDaily', '<Maximum_Hours_Daily>2</Maximum_Hours_Daily>', nextDay, dense),
  ...family(
    'MinHoursDaily',
    '<Minimum_Hours_Daily>2</Minimum_Hours_Daily><Allow_Empty_Days>true</Allow_Empty_Days>',
    dense,
    nextDay,
  ),
  ...family('MaxGapsPerWeek', '<Max_Gaps>0</Max_Gaps>', dense, late),
  ...family('MaxGapsPerDay', '<Max_Gaps>0</Max_Gaps>', dense, late),
  ...family('MaxHoursContinuously', '<Maximum_Hours_Continuously>2</Maximum_Hours_Continuously>', late, dense),
  ...family('ActivityTagMaxHoursDaily', `${tag}<Maximum_Hours_Daily>1</Maximum_Hours_Daily>`, '11 21 12 11 12', dense),
  ...family(
    'ActivityTagMaxHoursContinuously',
    `${tag}<Maximum_Hours_Continuously>1</Maximum_Hours_Continuously>`,
    apart,
    dense,
  ),
  ...family(
    'IntervalMaxDaysPerWeek',
    '<Interval_Start_Hour>H4</Interval_Start_Hour><Interval_End_Hour></Interval_End_Hour><Max_Days_Per_Week>0</Max_Days_Per_Week>',
    dense,
    late,
  ),
  ...family(
    'EarlyMaxBeginningsAtSecondHour',
    '<Max_Beginnings_At_Second_Hour>0</Max_Beginnings_At_Second_Hour>',
    dense,
    '12 13 14 11 12',
    ['StudentsSet', 'Students'],
  ),
  ...family('MaxSpanPerDay', '<Max_Span>3</Max_Span>', dense, late),
  ...family(
    'MinRestingHours',
    '<Minimum_Resting_Hours>1</Minimum_Resting_Hours><Circular>false</Circular>',
    dense,
    '11 14 21 11 12',
  ),
  {
    type: 'ActivitiesMaxSimultaneousInSelectedTimeSlots',
    body: `${ids(1, 4)}${selected(1)}<Max_Number_of_Simultaneous_Activities>1</Max_Number_of_Simultaneous_Activities>`,
    kept: '11 12 13 13 12',
    broken: dense,
  },
  {
    type: 'ActivitiesOccupyMaxTimeSlotsFromSelection',
    body: `${ids(1, 2)}${selected(1, 2)}<Max_Number_of_Occupied_Time_Slots>1</Max_Number_of_Occupied_Time_Slots>`,
    kept: apart,
    broken: dense,
  },
  {
    type: 'ActivitiesOccupyMinTimeSlotsFromSelection',
    body: `${ids(1, 2)}${selected(1, 2)}<Min_Number_of_Occupied_Time_Slots>2</Min_Number_of_Occupied_Time_Slots>`,
    kept: dense,
    broken: apart,
  },
  {
    type: 'ActivitiesMinSimultaneousInSelectedTimeSlots',
    body: `${ids(1, 4)}${selected(1)}<Min_Number_of_Simultaneous_Activities>2</Min_Number_of_Simultaneous_Activities>`,
    kept: dense,
    broken: '11 12 13 13 12',
  },
  ...inRoom('ActivityPreferred', ids(3), '11 12 131 11 12', dense),
  ...inRoom('SubjectPreferred', '<Subject>Art</Subject>', '11 12 131 11 121', '11 12 131 11 12'),
  ...inRoom('ActivityTagPreferred', '<Activity_Tag>Lab</Activity_Tag>', '111 121 13 11 12', '111 12 13 11 12'),
  ...inRoom(
    'SubjectActivityTagPreferred',
    '<Subject>Math</Subject><Activity_Tag>Lab</Activity_Tag>',
    '111 121 13 11 12',
    '111 12 13 11 12',
  ),
  ...inRoom('StudentsSetHome', '<Students>A</Students>', atHome, homeless),
  ...inRoom('TeacherHome', '<Teacher>T1</Teacher>', atHome, homeless),
  {
    type: 'ActivitiesOccupyMaxDifferentRooms',
    body: `${ids(1, 2)}<Max_Number_of_Different_Rooms>1</Max_Number_of_Different_Rooms>`,
    kept: '111 121 13 11 12',
    broken: '111 122 13 11 12',
  },
  { type: 'ActivitiesSameRoomIfConsecutive', body: ids(1, 2), kept: '111 132 12 11 12', broken: '111 122 13 11 12' },
];
