import type { Editions } from '../en/editions.ts';

export const editions: Editions = {
  edition: {
    viewInBrowser: 'Ver en el navegador',
    correctionSubject: (headline) => `Corrección: ${headline}`,
    correctionSentence: 'Nos equivocamos en una nota de este boletín. Ya dice lo que debe decir.',
    readCorrected: 'Leer la nota corregida',
    picture: 'Imagen',
    gated: 'El resto de esta nota es para suscriptores, en el sitio.',
    goesOn: 'La nota es más larga que un correo. Sigue en el sitio.',
    readOn: 'Leer en el sitio',
    more: (count) =>
      count === 1 ? 'Una nota más no cupo en este correo.' : `${count} notas más no cupieron en este correo.`,
    moreLink: 'Ver lo más reciente en el sitio',
    why: (list, name) => `Recibes este mensaje porque elegiste el boletín «${list}» de ${name}.`,
    unsubscribe: 'Darme de baja',
    preferences: 'Elegir mis boletines',
    whatItIs: (list, name) => `Una edición de «${list}», un boletín de ${name}.`,
    subscribe: 'Recibirlo por correo',
    goneHeading: 'Esta edición ya no contiene nada',
    goneSentence: 'Sus notas no se pueden leer por ahora.',
    unknownHeading: 'Esta edición no está aquí',
    unknownSentence: 'La dirección puede estar mal escrita, o la edición aún no ha salido.',
  },
};
