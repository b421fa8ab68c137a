import { Button } from '@mantine/core';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CourseView, GroupView } from '../../api/groups.ts';
import { Empty } from '../../kit/Empty.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { List, Row } from '../../kit/List.tsx';
import { TableArea } from '../../kit/TableArea.tsx';
import { usePhone } from '../../kit/usePhone.ts';
import { lazily } from '../../lazily.ts';

const CourseSheet = lazily(
  async () => (await import('./edit/CourseSheet.tsx')).CourseSheet,
  'client/manage',
  'client/people',
);

/** What the group learns, with whom, and how much a week. */
export function GroupCourses({ group }: { readonly group: GroupView }) {
  const { t } = useTranslation('client');
  const phone = usePhone();
  const [opened, setOpened] = useState<{ readonly course?: CourseView }>();
  const { courses } = group;
  const onChange = group.may.edit ? (course: CourseView) => setOpened({ course }) : undefined;
  const Courses = phone ? CoursesList : CoursesTable;
  return (
    <>
      {courses.length === 0 && (
        <Empty title={t('groups.noCourses')}>{t(onChange ? 'manage.noCoursesWhy' : 'groups.noCoursesWhy')}</Empty>
      )}
      {courses.length > 0 && <Courses courses={courses} onChange={onChange} />}
      {group.may.edit && (
        <div className="actions no-print">
          <Button variant="default" leftSection={<Icon name="plus" size={16} />} onClick={() => setOpened({})}>
            {t('manage.addCourse')}
          </Button>
        </div>
      )}
      <Suspense>
        {opened && <CourseSheet group={group} course={opened.course} onClose={() => setOpened(undefined)} />}
      </Suspense>
    </>
  );
}

interface CoursesProps {
  readonly courses: readonly CourseView[];
  readonly onChange: ((course: CourseView) => void) | undefined;
}

interface ChangeCourseProps {
  readonly course: CourseView;
  readonly onChange: (course: CourseView) => void;
}

function ChangeCourse({ course, onChange }: ChangeCourseProps) {
  const { t } = useTranslation('client');
  return (
    <Button
      variant="default"
      size="compact-md"
      aria-label={t('manage.changeNamed', { name: nameOf(course) })}
      onClick={() => onChange(course)}
    >
      {t('manage.change')}
    </Button>
  );
}

const nameOf = ({ subjectName, subgroupName }: CourseView): string =>
  subgroupName ? `${subjectName}, ${subgroupName}` : subjectName;

function CoursesList({ courses, onChange }: CoursesProps) {
  const { t } = useTranslation('client');
  return (
    <List label={t('groups.courses')}>
      {courses.map((course) => (
        <Row
          key={course.id}
          title={nameOf(course)}
          details={course.teacherName ?? t('groups.noTeacher')}
          trail={
            <span className="small">
              {t('groups.lessons', { count: course.lessonsAWeek })} ·{' '}
              {t('groups.minutes', { count: course.lessonMinutes })}
            </span>
          }
          {...(onChange ? { actions: <ChangeCourse course={course} onChange={onChange} /> } : {})}
        />
      ))}
    </List>
  );
}

function CoursesTable({ courses, onChange }: CoursesProps) {
  const { t } = useTranslation('client');
  return (
    <TableArea caption={t('groups.courses')} captionHidden>
      <thead>
        <tr>
          <th scope="col">{t('groups.subject')}</th>
          <th scope="col">{t('roles.teacher')}</th>
          <th scope="col" className="number">
            {t('groups.lessonsAWeek')}
          </th>
          <th scope="col" className="number">
            {t('groups.lessonMinutes')}
          </th>
          {onChange && (
            <td className="no-print">
              <span className="unseen">{t('manage.change')}</span>
            </td>
          )}
        </tr>
      </thead>
      <tbody>
        {courses.map((course) => (
          <tr key={course.id}>
            <th scope="row">{nameOf(course)}</th>
            <td>{course.teacherName ?? t('groups.noTeacher')}</td>
            <td className="number">{course.lessonsAWeek}</td>
            <td className="number">{course.lessonMinutes}</td>
            {onChange && (
              <td className="number no-print">
                <ChangeCourse course={course} onChange={onChange} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </TableArea>
  );
}
