import type { EventTexts } from '../en/events.ts';

export const events: EventTexts = {
  events: {
    title: 'Eventos',
    description: 'Qué hay en la costa, y cuándo.',
    subscribe: 'Añade todos a tu calendario',
    addOne: 'Añade a tu calendario',
    empty: 'Por ahora no hay nada anunciado.',
    emptyHelp: 'Lo que ya pasó lo cuentan las notas de la portada.',
    all: 'Todos los eventos',
    when: 'Cuándo',
    where: 'Dónde',
    more: (host) => `Más en ${host}`,
    until: 'hasta',
    over: 'Esto ya pasó.',
    state: { scheduled: '', postponed: 'Pospuesto', cancelled: 'Cancelado' },
  },
};
