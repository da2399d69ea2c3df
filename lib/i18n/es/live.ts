import type { LiveTexts } from '../en/live.ts';

export const live: LiveTexts = {
  live: {
    now: 'En vivo',
    ended: 'Esta cobertura terminó',
    updated: 'Última actualización',
    soon: 'Aquí aparecerá pronto la primera actualización.',
    nothing: 'En esta cobertura no se publicó nada.',
    keyMoments: 'Momentos clave',
    keyMoment: 'Momento clave',
    pinned: 'Fijada',
    updates: 'Actualizaciones',
    oneNew: '1 actualización nueva',
    manyNew: '# actualizaciones nuevas',
    withoutScripts: 'Vuelve a cargar esta página para ver lo nuevo.',
    link: 'Enlace a esta actualización',
    paging: 'Páginas de esta cobertura',
    newer: 'Más recientes',
    older: 'Más antiguas',
    earlier: 'Anteriores',
    later: 'Posteriores',
  },
};
