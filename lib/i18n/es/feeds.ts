import type { FeedWords } from '../en/feeds.ts';

export const feeds: FeedWords = {
  feeds: {
    link: 'Canal RSS',
    latest: (paper) => `Lo más reciente de ${paper}.`,
    about: (subject) => `Lo que publicamos: ${subject}.`,
    all: (paper) => `${paper}: todas las notas`,
    of: (subject, paper) => `${subject} | ${paper}`,
    gated: 'Este es el comienzo. El resto es para quienes se suscriben.',
    archived: 'Este es el comienzo. La nota está en nuestro archivo, abierto a quienes se suscriben.',
    readOn: 'Seguir leyendo en nuestro sitio',
    programs: {
      access:
        'Las notas públicas y las recientes se leen completas. De las demás se da el comienzo, con una frase que lo dice; no es el texto completo.',
      sections: 'Secciones',
      latest: 'Notas más recientes',
      feed: 'Canal',
      more: 'Más',
      allFeeds: 'Todas las notas en un canal',
      otherLanguage: 'Lo mismo en inglés',
      article: 'La nota en nuestro sitio',
      section: 'Sección',
    },
    private: {
      title: (paper) => `${paper}: tu canal con textos completos`,
      heading: 'Tu propio canal',
      sentence:
        'Una dirección para tu lector de noticias, con cada nota completa. Es solo tuya: quien la tenga lee como tú.',
      address: 'Dirección de tu canal',
      copy: 'Copiar la dirección',
      copied: 'Copiada',
      make: 'Crear mi canal',
      renew: 'Crear otra dirección',
      renewHelp: 'La nueva dirección termina con la anterior.',
      revoke: 'Terminar este canal',
      revoked: 'El canal terminó y su dirección ya no muestra nada.',
      unknown: 'Este canal terminó o nunca existió.',
    },
  },
};
