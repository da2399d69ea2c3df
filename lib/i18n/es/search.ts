import type { SearchTexts } from '../en/search.ts';

export const search: SearchTexts = {
  search: {
    title: 'Buscar',
    field: 'Busca en el periódico',
    button: 'Buscar',
    narrow: 'Acotar la búsqueda',
    section: 'Sección',
    anySection: 'Todas las secciones',
    topic: 'Tema',
    anyTopic: 'Todos los temas',
    from: 'Publicado desde',
    to: 'Publicado hasta',
    language: 'Idioma',
    languages: { en: 'Inglés', es: 'Español', all: 'Ambos idiomas' },
    sort: 'Orden',
    sorts: { relevance: 'Lo más pertinente primero', newest: 'Lo más reciente primero' },
    hint: 'Usa comillas para una frase, «or» entre palabras y un signo menos para lo que no quieres.',
    newestOnly: (most) => `Se muestran las ${most.toLocaleString('es-MX')} más recientes.`,
    found: (count: number, typed: string) =>
      `${count.toLocaleString('es-MX')} ${count === 1 ? 'nota' : 'notas'} para «${typed}»`,
    nothing: (typed: string) => `No hay nada para «${typed}»`,
    nothingHelp: 'Prueba con menos palabras o con otras, quita un filtro o busca en ambos idiomas.',
    tooMany: 'Fueron muchas búsquedas. Espera un minuto y vuelve a intentarlo.',
    failed: 'La búsqueda no responde en este momento. Vuelve a intentarlo en un rato.',
    paging: 'Páginas de resultados',
    previous: 'Resultados anteriores',
    next: 'Más resultados',
  },
};
