/** Invented names for the demo school; any likeness is chance. */
export interface NameList {
  readonly girls: readonly string[];
  readonly boys: readonly string[];
  readonly families: readonly string[];
}

const split = (text: string): readonly string[] => text.split(' ');

export const russian: NameList = {
  girls: split(
    'Анна Мария София Алиса Виктория Полина Ева Дарья Ксения Варвара Елизавета Арина Милана Вера Таисия Кира',
  ),
  boys: split('Александр Михаил Максим Артём Лев Марк Иван Матвей Дмитрий Тимофей Роман Кирилл Егор Илья Степан Фёдор'),
  families: split(
    'Смирнов Иванов Кузнецов Попов Соколов Лебедев Козлов Новиков Морозов Петров Волков Соловьёв Васильев Зайцев Павлов Семёнов Голубев Виноградов Богданов Воробьёв Фёдоров Михайлов Беляев Тарасов Белов Комаров Орлов Киселёв Макаров Андреев Ковалёв Ильин Гусев Титов Кузьмин Кудрявцев Баранов Куликов Алексеев Степанов Яковлев Сорокин Сергеев Романов Захаров Борисов Королёв Герасимов Пономарёв Григорьев',
  ),
};

export const spanish: NameList = {
  girls: split('Lucía Sofía Valeria Camila Regina Ximena Daniela Fernanda Martina Paula Julia Alba Renata Natalia'),
  boys: split('Mateo Santiago Leonardo Diego Emiliano Hugo Martín Pablo Daniel Alejandro Iker Gael Rodrigo Álvaro'),
  families: [
    'García López',
    'Hernández Ruiz',
    'Martínez Soto',
    'González Peña',
    'Rodríguez Mora',
    'Pérez Luna',
    'Sánchez Vega',
    'Ramírez Cruz',
    'Torres Gil',
    'Flores Rivas',
    'Gómez Nava',
    'Díaz Ortega',
    'Vázquez León',
    'Castillo Rey',
    'Jiménez Sanz',
    'Moreno Vidal',
    'Romero Ibáñez',
    'Navarro Pons',
    'Domínguez Prieto',
    'Aguilar Meza',
  ],
};

/** The feminine form of a Russian family name of the list above. */
export const feminine = (family: string): string => `${family}а`;
