import type { ListTexts } from '../en/lists.ts';

export const lists: ListTexts = {
  lists: {
    kind: { sections: '', topics: 'Tema', places: 'Lugar', people: '' },
    empty: {
      sections: 'Aún no hay nada publicado en esta sección.',
      topics: 'Aún no hay nada publicado sobre este tema.',
      places: 'Aún no hay nada publicado sobre este lugar.',
      people: 'Aún no hay nada publicado con este nombre.',
    },
    paging: {
      sections: 'Páginas de esta sección',
      topics: 'Páginas de este tema',
      places: 'Páginas de este lugar',
      people: 'Páginas de lo que ha escrito',
    },
    elsewhere: (name) => `${name} en otros sitios`,
    about: (title) => `Todas nuestras notas: ${title}.`,
    mostRead: {
      title: 'Lo más leído',
      description: 'Lo que más se abrió en los últimos siete días. Contamos aperturas, no personas.',
      empty: 'En los últimos siete días no se ha contado nada.',
    },
    archive: {
      title: 'Archivo',
      description: 'Todo lo que hemos publicado, por año y mes.',
      ofYear: (year) => `Archivo de ${year}`,
      years: 'Todos los años',
      paging: 'Páginas de este mes',
      empty: 'Aún no hay nada publicado.',
    },
  },
};
