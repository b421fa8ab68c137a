import { useTranslation } from 'react-i18next';
import type { CourseView } from '../../api/groups.ts';
import { Empty } from '../../kit/Empty.tsx';
import { List, Row } from '../../kit/List.tsx';
import { TableArea } from '../../kit/TableArea.tsx';
import { usePhone } from '../../kit/usePhone.ts';

/** What the group learns, with whom, and how much a week. */
export function GroupCourses({ courses }: { readonly courses: readonly CourseView[] }) {
  const { t } = useTranslation('client');
  const phone = usePhone();
  if (courses.length === 0) return <Empty title={t('groups.noCourses')}>{t('groups.noCoursesWhy')}</Empty>;
  return phone ? <CoursesList courses={courses} /> : <CoursesTable courses={courses} />;
}

const nameOf = ({ subjectName, subgroupName }: CourseView): string =>
  subgroupName ? `${subjectName}, ${subgroupName}` : subjectName;

function CoursesList({ courses }: { readonly courses: readonly CourseView[] }) {
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
        />
      ))}
    </List>
  );
}

function CoursesTable({ courses }: { readonly courses: readonly CourseView[] }) {
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
        </tr>
      </thead>
      <tbody>
        {courses.map((course) => (
          <tr key={course.id}>
            <th scope="row">{nameOf(course)}</th>
            <td>{course.teacherName ?? t('groups.noTeacher')}</td>
            <td className="number">{course.lessonsAWeek}</td>
            <td className="number">{course.lessonMinutes}</td>
          </tr>
        ))}
      </tbody>
    </TableArea>
  );
}
