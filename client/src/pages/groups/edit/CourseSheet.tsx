import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CourseView, GroupView } from '../../../api/groups.ts';
import { write } from '../../../api/request.ts';
import { type Subject, subjectsQuery } from '../../../api/schoolLists.ts';
import { useWrite } from '../../../api/useWrite.ts';
import { errorOf, FieldErrors } from '../../../kit/FieldErrors.tsx';
import { ProblemView } from '../../../kit/ProblemView.tsx';
import { Sheet } from '../../../kit/Sheet.tsx';
import { showToast } from '../../../kit/toasts.ts';
import { Waiting } from '../../../kit/Waiting.tsx';
import { PersonPicker, type Picked } from '../../people/PersonPicker.tsx';

interface CourseSheetProps {
  readonly group: GroupView;
  /** Left out: a new one. */
  readonly course?: CourseView | undefined;
  readonly onClose: () => void;
}

/** What a group learns: the subject, with whom, how often and for how long. */
export function CourseSheet(props: CourseSheetProps) {
  const { t } = useTranslation('client');
  const { data, error, refetch } = useQuery(subjectsQuery);
  return (
    <Sheet title={props.course?.subjectName ?? t('manage.addCourse')} opened onClose={props.onClose}>
      {error && !data && <ProblemView problem={error} onRetry={() => void refetch()} />}
      {data ? <CourseForm {...props} subjects={data.items} /> : !error && <Waiting rows={4} />}
    </Sheet>
  );
}

const anotherSubject = 'another';

interface CourseFormProps extends CourseSheetProps {
  readonly subjects: readonly Subject[];
}

function CourseForm({ group, course, subjects, onClose }: CourseFormProps) {
  const { t } = useTranslation('client');
  const [subject, setSubject] = useState(course?.subjectId ?? subjects[0]?.id ?? anotherSubject);
  const [subjectName, setSubjectName] = useState('');
  const [subgroupId, setSubgroupId] = useState(course?.subgroupId ?? '');
  const [teacher, setTeacher] = useState<readonly Picked[]>(
    course?.teacherId ? [{ id: course.teacherId, name: course.teacherName ?? '' }] : [],
  );
  const [lessons, setLessons] = useState(String(course?.lessonsAWeek ?? 2));
  const [minutes, setMinutes] = useState(String(course?.lessonMinutes ?? group.courses[0]?.lessonMinutes ?? 45));
  const saving = useWrite(
    async () => {
      const subjectId =
        subject === anotherSubject
          ? (await write<Subject>('POST', '/subjects', { name: subjectName.trim() })).id
          : subject;
      const facts = {
        subjectId,
        subgroupId: subgroupId || null,
        teacherId: teacher[0]?.id ?? null,
        lessonsAWeek: Number(lessons),
        lessonMinutes: Number(minutes),
      };
      return course
        ? write<CourseView>('PATCH', `/courses/${course.id}`, facts, { revision: course.revision })
        : write<CourseView>('POST', '/courses', { ...facts, groupId: group.id });
    },
    {
      refreshes: [['groups'], ['subjects']],
      onDone: (saved) => {
        showToast(t(course ? 'manage.courseChanged' : 'manage.courseAdded', { subject: saved.subjectName }));
        onClose();
      },
    },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate(undefined);
  };
  const isNamed = subject !== anotherSubject || subjectName.trim() !== '';
  return (
    <form className="stack" onSubmit={submit}>
      <FieldErrors problem={saving.error} shownElsewhere={['lessonsAWeek', 'lessonMinutes', 'name']} />
      <NativeSelect
        label={t('groups.subject')}
        data={[
          ...subjects.map(({ id, name }) => ({ value: id, label: name })),
          { value: anotherSubject, label: t('manage.newSubject') },
        ]}
        value={subject}
        onChange={(event) => setSubject(event.currentTarget.value)}
      />
      {subject === anotherSubject && (
        <TextInput
          label={t('manage.subjectName')}
          maxLength={200}
          value={subjectName}
          error={errorOf(saving.error, 'name')}
          onChange={(event) => setSubjectName(event.currentTarget.value)}
        />
      )}
      {group.subgroups.length > 0 && (
        <NativeSelect
          label={t('manage.forWhom')}
          data={[
            { value: '', label: t('manage.wholeGroup') },
            ...group.subgroups.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={subgroupId}
          onChange={(event) => setSubgroupId(event.currentTarget.value)}
        />
      )}
      <PersonPicker label={t('roles.teacher')} ofRole="teacher" picked={teacher} onPick={setTeacher} />
      <div className="form-pair">
        <TextInput
          type="number"
          label={t('groups.lessonsAWeek')}
          min={1}
          max={40}
          required
          withAsterisk={false}
          value={lessons}
          error={errorOf(saving.error, 'lessonsAWeek')}
          onChange={(event) => setLessons(event.currentTarget.value)}
        />
        <TextInput
          type="number"
          label={t('manage.minutes')}
          min={5}
          max={240}
          required
          withAsterisk={false}
          value={minutes}
          error={errorOf(saving.error, 'lessonMinutes')}
          onChange={(event) => setMinutes(event.currentTarget.value)}
        />
      </div>
      <p className="quiet small">{t('manage.courseReaches')}</p>
      <div className="sheet-foot">
        {course && <CloseCourse course={course} onClosed={onClose} />}
        <Button type="submit" disabled={!isNamed} loading={saving.isPending}>
          {t(course ? 'manage.save' : 'manage.add')}
        </Button>
      </div>
    </form>
  );
}

interface CloseCourseProps {
  readonly course: CourseView;
  readonly onClosed: () => void;
}

/** Lessons that were held stay; the course is only no longer taught, and can be opened again. */
function CloseCourse({ course, onClosed }: CloseCourseProps) {
  const { t } = useTranslation('client');
  const setActive = (isActive: boolean, revision: number) =>
    write<CourseView>('PATCH', `/courses/${course.id}`, { isActive }, { revision });
  const opening = useWrite((revision: number) => setActive(true, revision), { refreshes: [['groups']] });
  const closing = useWrite(() => setActive(false, course.revision), {
    refreshes: [['groups']],
    onDone: (closed) => {
      showToast(t('manage.courseClosed', { subject: course.subjectName }), () => opening.mutate(closed.revision));
      onClosed();
    },
  });
  return (
    <>
      {closing.error && <ProblemView problem={closing.error} />}
      <Button variant="default" loading={closing.isPending} onClick={() => closing.mutate(undefined)}>
        {t('manage.closeCourse')}
      </Button>
    </>
  );
}
