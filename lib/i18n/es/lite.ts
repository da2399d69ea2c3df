import type { LiteTexts } from '../en/lite.ts';

export const lite: LiteTexts = {
  lite: {
    link: 'Versión ligera',
    full: 'Versión completa',
    front: 'Todos los titulares',
    moreWays: 'Inicia sesión, u otras formas de seguir leyendo',
  },
};
