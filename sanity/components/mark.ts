import { createElement } from 'react';

/** The paper's mark, from the file that the site, mail and browsers use too. */
export function Mark() {
  return createElement('img', { src: '/mark.svg', alt: '', width: 25, height: 25 });
}
