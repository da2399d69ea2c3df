import { SaxesParser } from 'saxes';

export type Element = {
  space: string;
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
};

/** A document as a tree, its prefixes resolved; throws where it is not well formed. */
export function readXml(source: string): Element {
  const root: Element = { space: '', name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    const values = Object.entries(attributes).map(([name, { value }]) => [name, value]);
    const element = {
      space: uri,
      name: local,
      attributes: Object.fromEntries(values),
      children: [],
      text: '',
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const innermost = open.at(-1);
    if (innermost) innermost.text += text;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(source).close();
  const [top] = root.children;
  if (!top) throw new Error('The document is empty.');
  return top;
}

export function childrenNamed({ children }: Element, space: string, name: string): Element[] {
  return children.filter((child) => child.space === space && child.name === name);
}
