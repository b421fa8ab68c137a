import type { NewCall } from '../schemas.ts';

/** Something said in the demo school, by one of those who take part, so many hours ago. */
export interface Line {
  /** Which of those who take part, by their place. */
  readonly by: number;
  readonly text: string;
  readonly hoursAgo: number;
}

export interface DemoCall extends Pick<NewCall, 'how' | 'isContact'> {
  readonly daysAgo: number;
  readonly agreed: string;
  readonly nextStep: string;
  /** In how many days the next step is due. */
  readonly nextIn?: number;
}

/** What people of the demo school write to each other, in the language of their group. */
export interface DemoTexts {
  /** Tutor, then guardians. */
  readonly family: readonly Line[];
  /** Tutor, guardian; the guardian has the last word and waits. */
  readonly question: readonly Line[];
  /** Student, teacher. */
  readonly homework: readonly Line[];
  /** Tutor, teacher. */
  readonly staff: readonly Line[];
  /** The tutor's, kept for the morning. */
  readonly morning: string;
  readonly calls: readonly DemoCall[];
}

const russian: DemoTexts = {
  family: [
    { by: 0, text: 'Здравствуйте! В пятницу проверочная по математике, начнём на десять минут раньше.', hoursAgo: 52 },
    { by: 1, text: 'Спасибо, что предупредили. Калькулятор можно?', hoursAgo: 50 },
    { by: 0, text: 'Можно. Ссылку пришлю утром.', hoursAgo: 49 },
    { by: 1, text: 'Хорошо, подготовимся.', hoursAgo: 48 },
    { by: 0, text: 'Молодцы, все задания сданы вовремя.', hoursAgo: 5 },
  ],
  question: [
    { by: 0, text: 'Как дела со связью? На прошлой неделе вы жаловались на обрывы.', hoursAgo: 30 },
    { by: 1, text: 'Пока плохо, поставили новый роутер. Можно ли посмотреть запись вчерашнего урока?', hoursAgo: 20 },
  ],
  homework: [
    { by: 0, text: 'Не понимаю задачу 4: откуда взялась двойка в знаменателе?', hoursAgo: 27 },
    { by: 1, text: 'Площадь треугольника — половина произведения. Попробуйте начертить.', hoursAgo: 26 },
    { by: 0, text: 'Понятно, спасибо!', hoursAgo: 25 },
  ],
  staff: [
    { by: 0, text: 'Вторую неделю выключена камера на первом уроке. У вас так же?', hoursAgo: 75 },
    { by: 1, text: 'Да, но отвечает голосом и задания сдаёт.', hoursAgo: 73 },
    { by: 0, text: 'Позвоню домой и напишу, о чём договорились.', hoursAgo: 72 },
  ],
  morning: 'Доброе утро! Сегодня после уроков короткая встреча с тьютором, ссылка та же.',
  calls: [
    {
      how: 'phone',
      isContact: true,
      daysAgo: 9,
      agreed: 'Уроки делает до обеда, телефон на это время убирают.',
      nextStep: 'Узнать, как идёт',
      nextIn: 5,
    },
    { how: 'phone', isContact: false, daysAgo: 3, agreed: '', nextStep: 'Позвонить вечером' },
    {
      how: 'video',
      isContact: true,
      daysAgo: 2,
      agreed: 'Обрывы из-за старого роутера, новый привезут в субботу.',
      nextStep: '',
    },
  ],
};

const spanish: DemoTexts = {
  family: [
    {
      by: 0,
      text: 'Buen día. El viernes hay evaluación de matemáticas; empezaremos diez minutos antes.',
      hoursAgo: 52,
    },
    { by: 1, text: 'Gracias por avisar. ¿Pueden usar calculadora?', hoursAgo: 50 },
    { by: 0, text: 'Sí. Enviaré el enlace por la mañana.', hoursAgo: 49 },
    { by: 1, text: 'Muy bien, nos preparamos.', hoursAgo: 48 },
    { by: 0, text: 'Felicidades, entregó todas las tareas a tiempo.', hoursAgo: 5 },
  ],
  question: [
    { by: 0, text: '¿Cómo va la conexión? La semana pasada tuvieron cortes.', hoursAgo: 30 },
    {
      by: 1,
      text: 'Todavía mal; nos cambiaron el módem. ¿Se puede ver la grabación de la clase de ayer?',
      hoursAgo: 20,
    },
  ],
  homework: [
    { by: 0, text: 'No entiendo el problema 4: ¿de dónde sale el dos del denominador?', hoursAgo: 27 },
    { by: 1, text: 'El área del triángulo es la mitad del producto. Intenta dibujarlo.', hoursAgo: 26 },
    { by: 0, text: '¡Ya entendí, gracias!', hoursAgo: 25 },
  ],
  staff: [
    { by: 0, text: 'Lleva dos semanas con la cámara apagada en la primera clase. ¿Con usted también?', hoursAgo: 75 },
    { by: 1, text: 'Sí, pero contesta con micrófono y entrega las tareas.', hoursAgo: 73 },
    { by: 0, text: 'Llamo a su casa y les cuento en qué quedamos.', hoursAgo: 72 },
  ],
  morning: 'Buenos días. Hoy después de clases tenemos una breve reunión de tutoría, con el mismo enlace.',
  calls: [
    {
      how: 'phone',
      isContact: true,
      daysAgo: 9,
      agreed: 'Hará la tarea antes de comer y dejará el celular en otra habitación.',
      nextStep: 'Preguntar cómo va',
      nextIn: 5,
    },
    { how: 'phone', isContact: false, daysAgo: 3, agreed: '', nextStep: 'Llamar por la tarde' },
    {
      how: 'video',
      isContact: true,
      daysAgo: 2,
      agreed: 'Los cortes son por el módem viejo; el sábado llega el nuevo.',
      nextStep: '',
    },
  ],
};

export const demoTextsIn = (language: string): DemoTexts => (language === 'es' ? spanish : russian);
