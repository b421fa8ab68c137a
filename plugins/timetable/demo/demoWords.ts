import type { ReasonKind } from '../domain/reschedule/reschedule.ts';

/** What people of the demo school write, in the language of their group. */
export interface DemoWords {
  readonly reasons: Readonly<Record<ReasonKind, string>>;
  readonly wish: string;
  readonly chain: string;
  readonly team: string;
  readonly student: string;
}

const russian: DemoWords = {
  reasons: {
    ill: 'Болеет, температура',
    doctor: 'Записаны к врачу на это время',
    line: 'В посёлке до вечера не будет связи',
    family: 'Уезжаем к бабушке',
    contest: 'Олимпиада в районном центре',
    other: 'Другая причина',
  },
  wish: 'Лучше во второй половине дня',
  chain: 'Учитель просит раннее время: дальше у него консультация',
  team: 'Итоги месяца: кто отстаёт и что делаем',
  student: 'Как идут дела: тьютор, ученик и родители',
};

const spanish: DemoWords = {
  reasons: {
    ill: 'Está enfermo, con fiebre',
    doctor: 'Tiene cita con el médico a esa hora',
    line: 'No habrá internet en el pueblo hasta la noche',
    family: 'Viaje familiar',
    contest: 'Olimpiada regional',
    other: 'Otro motivo',
  },
  wish: 'Mejor por la tarde',
  chain: 'El docente pide una hora más temprana: después da asesoría',
  team: 'Resumen del mes: quién va atrasado y qué hacemos',
  student: 'Cómo va todo: tutora, estudiante y familia',
};

export const demoWordsIn = (language: string): DemoWords => (language === 'es' ? spanish : russian);
