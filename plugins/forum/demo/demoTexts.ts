/** What people of the demo school write, in the language of their group; a school writes in no more than these two. */
export interface DemoTexts {
  readonly announcement: { readonly title: string; readonly text: string };
  readonly council: { readonly title: string; readonly text: string; readonly answers: readonly string[] };
  readonly trip: {
    readonly title: string;
    readonly text: string;
    readonly answers: readonly string[];
    readonly poll: { readonly question: string; readonly options: readonly string[] };
  };
  readonly homework: { readonly title: string; readonly text: string; readonly answers: readonly string[] };
  readonly meeting: { readonly title: string; readonly text: string; readonly answers: readonly string[] };
  /** Why the last answer to the homework is reported. */
  readonly report: string;
  readonly remarks: readonly string[];
  readonly thanks: string;
  /** The first is for the whole group, the others for a subject each. */
  readonly shelf: readonly { readonly title: string; readonly text: string }[];
  readonly packNote: string;
  readonly question: string;
}

const russian: DemoTexts = {
  announcement: {
    title: 'Как идут занятия в этой четверти',
    text: 'Уроки проходят по опубликованному расписанию. Если связь пропала, **запись урока** появится у учителя в тот же день.\n\n- вопросы по учёбе задавайте тьютору;\n- о пропуске предупредите заранее.',
  },
  council: {
    title: 'Педсовет: итоги первых недель',
    text: 'Прошу каждого тьютора назвать учеников, которым нужна помощь, и что уже сделано.',
    answers: [
      'В седьмых классах трое не выходят на связь в начале дня. Родителям позвонили.',
      'По математике готовим дополнительную консультацию.',
    ],
  },
  trip: {
    title: 'Виртуальная экскурсия в планетарий',
    text: 'В ближайшую пятницу после уроков идём в планетарий **онлайн**. Ссылку пришлю в день встречи. Выберите время.',
    answers: ['Можно взять младшего брата?', 'Конечно, приходите вместе.', 'А камеру включать обязательно?'],
    poll: { question: 'Во сколько встречаемся?', options: ['16:00', '17:00', '18:00'] },
  },
  homework: {
    title: 'Не открывается задание по географии',
    text: 'У меня вместо карты серый прямоугольник. У всех так?',
    answers: [
      'У меня открылось с телефона.',
      'Карту прикрепили заново, попробуйте ещё раз.',
      'Опять у тебя одного ничего не работает.',
    ],
  },
  meeting: {
    title: 'Родительское собрание',
    text: 'Собрание пройдёт в среду в 19:00 по времени группы. Расскажу, как устроены уроки и как мы будем на связи.',
    answers: ['Спасибо! Будет ли запись для тех, кто на работе?', 'Да, запись появится здесь же.'],
  },
  report: 'Мне обидно: это был обычный вопрос.',
  remarks: [
    'Хорошая неделя: был на всех уроках и задавал вопросы.',
    'Стоит раньше садиться за домашнюю работу: две сданы в последний час.',
    'Очень старается на математике, это заметно.',
  ],
  thanks: 'Спасибо, прочли вместе.',
  shelf: [
    {
      title: 'Что нужно к уроку',
      text: 'Тетрадь, ручка, наушники. За пять минут до звонка проверьте **звук** и **камеру**.',
    },
    { title: 'Как оформлять решение', text: '1. Запишите условие\n2. Покажите ход решения\n3. Выделите ответ' },
    { title: 'Список чтения на четверть', text: '- первая книга — до каникул;\n- вторая — по выбору.' },
  ],
  packNote: 'Вложены задания на неделю. Верните их, пожалуйста, **до пятницы**.',
  question: 'Можно ли подключаться с телефона, если компьютер занят?',
};

const spanish: DemoTexts = {
  announcement: {
    title: 'Cómo van las clases este periodo',
    text: 'Las clases siguen el horario publicado. Si falla la conexión, **la grabación** estará con el docente el mismo día.\n\n- las dudas de estudio, al tutor;\n- si va a faltar, avise con tiempo.',
  },
  council: {
    title: 'Consejo: las primeras semanas',
    text: 'Pido a cada tutor que nombre a los alumnos que necesitan apoyo y lo que ya se hizo.',
    answers: ['En séptimo, tres alumnos no se conectan a primera hora. Ya hablamos con sus familias.'],
  },
  trip: {
    title: 'Visita virtual al planetario',
    text: 'Este viernes, después de clases, vamos al planetario **en línea**. Enviaré el enlace ese día. Elijan la hora.',
    answers: ['¿Puede venir mi hermano menor?', 'Claro, vengan juntos.', '¿Hay que encender la cámara?'],
    poll: { question: '¿A qué hora nos vemos?', options: ['16:00', '17:00', '18:00'] },
  },
  homework: {
    title: 'No se abre la tarea de geografía',
    text: 'En lugar del mapa veo un cuadro gris. ¿A todos les pasa?',
    answers: [
      'A mí se me abrió en el celular.',
      'Ya se subió otra vez el mapa, prueben de nuevo.',
      'Otra vez solo a ti no te funciona nada.',
    ],
  },
  meeting: {
    title: 'Reunión de familias',
    text: 'La reunión será el miércoles a las 19:00, hora del grupo. Contaré cómo son las clases y cómo estaremos en contacto.',
    answers: ['¡Gracias! ¿Habrá grabación para quienes trabajan?', 'Sí, estará aquí mismo.'],
  },
  report: 'Me molesta: era solo una pregunta.',
  remarks: [
    'Buena semana: asistió a todas las clases y preguntó.',
    'Conviene empezar antes la tarea: entregó dos en la última hora.',
    'Se esfuerza mucho en matemáticas y se nota.',
  ],
  thanks: 'Gracias, lo leímos juntos.',
  shelf: [
    {
      title: 'Qué se necesita para la clase',
      text: 'Cuaderno, bolígrafo y audífonos. Cinco minutos antes, revise el **sonido** y la **cámara**.',
    },
    {
      title: 'Cómo presentar un problema',
      text: '1. Anote los datos\n2. Muestre el procedimiento\n3. Señale la respuesta',
    },
    { title: 'Lecturas del periodo', text: '- el primer libro, antes de vacaciones;\n- el segundo, a elegir.' },
  ],
  packNote: 'Aquí va el trabajo de la semana. Devuélvalo, por favor, **antes del viernes**.',
  question: '¿Se puede entrar desde el celular si la computadora está ocupada?',
};

export const demoTextsIn = (language: string): DemoTexts => (language === 'es' ? spanish : russian);
