import type { ImportFile } from '../readers/textFiles.ts';

/** A small school without a fault: one line of text a record. */
const goodFiles: Readonly<Record<string, readonly string[]>> = {
  'home-schools.csv': ['id,name,zone', 'north,North School,Europe/Moscow', 'south,Plantel Sur,America/Mexico_City'],
  'staff.csv': [
    'id,given_name,family_name,middle_name,language,zone,email,roles,home_school',
    'head,Olga,Orlova,Petrovna,ru,Europe/Moscow,olga@school.example,head|coordinator,north',
    'tanya,Tanya,Tutorova,,ru,Europe/Moscow,,tutor,',
    'max,Max,Mathematik,,en,Europe/Moscow,,teacher|tutor,',
    'admin,Ada,Admin,,en,UTC,,admin,',
  ],
  'students.csv': [
    'id,given_name,family_name,language,zone,internet,device,home_school,grade,group,subgroup,born_on',
    'ann,Ann,Antonova,ru,Europe/Moscow,good,tablet,north,7,7a,White,14.02.2013',
    'bob,Bob,Antonov,ru,Europe/Moscow,weak,tablet,north,7,7a,Blue,',
    'cid,Cid,Cruz,es,America/Mexico_City,phone-only,,south,7,7a|7b,7a/Blue,14 de mayo de 2012',
  ],
  'guardians.csv': [
    'id,given_name,family_name,language,zone,phone,student,relation,may_act,may_see,quiet_hours',
    'mum,Mila,Antonova,ru,Europe/Moscow,+7 900 000 00 00,ann|bob,mother,yes,yes,22:00-06:30',
    'uncle,Ugo,Cruz,es,America/Mexico_City,,cid,other,no,no,none',
  ],
  'contacts.csv': [
    'person,way,address,purpose,best_from,best_to,note,families_see,order',
    'mum,telegram,@mila,urgent,18:00,21:00,write first,,1',
    'mum,phone,+7 (900) 000-00-00,any,,,,,2',
    'mum,email,mila@home.example,papers,,,,,3',
    'max,email,max@school.example,,,,,yes,',
  ],
  'groups.csv': [
    'id,name,grade,zone,days,hours,minutes,tutor,meeting_url',
    '7a,7 A,7,Europe/Moscow,1-5,09:00|09:50|10:40,40,tanya,https://meet.example/{group}',
    '7b,7 B,7,Europe/Moscow,mon|wed,10:00|11:00,45,max,',
  ],
  'courses.csv': [
    'id,group,subgroup,subject,teacher,lessons_a_week,lesson_minutes',
    ',7a,,Algebra,max,4,',
    ',7a,White,English,max,2,40',
    'eng-blue,7a,Blue,English,,2,40',
    ',7b,,History,,1,',
  ],
  'windows.csv': [
    'person,weekday,from,to,kind',
    'ann,1-5,08:00,14:00,online',
    'ann,2,09:00,10:00,busy',
    'max,mon|tue,07:00,24:00,online',
  ],
  'terms.csv': ['name,starts_on,ends_on', 'Autumn,2026-09-01,2026-12-25', 'Spring,11.01.2027,2027-05-31'],
  'holidays.csv': ['name,group,from_on,until_on', 'Break,,2026-11-02,2026-11-08', 'Day of 7a,7a,2026-10-01,'],
};

export type Lines = Record<string, string[]>;

/** A copy that a test may change. */
export const goodLines = (): Lines =>
  Object.fromEntries(Object.entries(goodFiles).map(([name, lines]) => [name, [...lines]]));

export const filesOf = (lines: Lines): ImportFile[] =>
  Object.entries(lines).map(([name, own]) => ({ name, text: `${own.join('\n')}\n` }));

export const goodSchool = (): ImportFile[] => filesOf(goodLines());
