import type { Texts } from './en.ts';
import { account } from './es/account.ts';
import { article } from './es/article.ts';
import { editions } from './es/editions.ts';
import { events } from './es/events.ts';
import { feeds } from './es/feeds.ts';
import { finding } from './es/finding.ts';
import { leaving } from './es/leaving.ts';
import { lists } from './es/lists.ts';
import { lite } from './es/lite.ts';
import { live } from './es/live.ts';
import { mails } from './es/mails.ts';
import { search } from './es/search.ts';
import { subscribing } from './es/subscribing.ts';

export const es: Texts = {
  site: {
    skip: 'Saltar al texto',
    sections: 'Secciones',
    home: 'Portada',
    account: 'Mi cuenta',
    switchLanguageShort: 'English',
    breaking: 'Última hora',
    latest: 'Lo más reciente',
    opinion: 'Opinión',
    footerAbout: 'Sobre este periódico',
    footerSections: 'En este periódico',
    contact: 'Escribir a la redacción',
    pages: {
      about: 'Quiénes somos',
      privacy: 'Privacidad',
      corrections: 'Política de correcciones',
      accessibility: 'Accesibilidad',
    },
  },
  article,
  section: {
    emptyHelp: 'Las notas más recientes están en la portada.',
    page: (page) => `Página ${page}`,
    pageOf: (page, pages) => `Página ${page} de ${pages}`,
    newer: 'Notas más recientes',
    older: 'Notas anteriores',
  },
  draft: {
    title: 'Borrador',
    label: 'Se muestran borradores',
    sentence: 'Ves lo que aún no está publicado. Los lectores no lo ven.',
    leave: 'Salir de los borradores',
    unfinishedHeading: 'Este borrador aún no se puede mostrar',
    unfinished: 'Falta algo en el documento o algo no está bien. La página aparece en cuanto se complete.',
    unfinishedPlaces: 'Revisa estos campos:',
  },
  missing: {
    title: 'Página no encontrada',
    heading: 'Esta página no está aquí',
    sentence:
      'Quizá la dirección tenga un error o la nota haya cambiado de lugar. Desde aquí puedes seguir leyendo.',
    inOtherLanguage: 'Esta nota aún no está traducida al español.',
    readInOtherLanguage: 'Leerla en inglés',
    front: 'Ir a la portada',
    goneHeading: 'Esta nota fue retirada',
    goneSentence: 'La hemos retirado y no volverá a esta dirección.',
    goneWhy: 'Por qué y cómo corregimos nuestro trabajo',
  },
  badAddress: {
    heading: 'No podemos leer esta dirección',
    sentence:
      'Lleva un carácter que no está escrito como en las direcciones web. Revísala o empieza por la portada.',
  },
  failure: {
    heading: 'No pudimos mostrar esta página',
    sentence: 'Algo falló de nuestro lado, no del tuyo. Inténtalo de nuevo en un momento.',
    retry: 'Intentar de nuevo',
  },
  ...subscribing,
  ...account,
  ...leaving,
  ...lists,
  ...lite,
  ...live,
  ...mails,
  ...editions,
  ...feeds,
  ...events,
  ...finding,
  ...search,
};
