import { type SaxesAttributeNS, SaxesParser } from 'saxes';

/** An element with its name as it is written, its namespace, and what is in it. */
export type Element = {
  name: string;
  namespace: string;
  attributes: Record<string, string>;
  text: string;
  children: Element[];
};

/** Reads XML as strictly as XML 1.0 and its namespaces are written; whatever is not well-formed throws. */
export function parseXml(xml: string): Element {
  const parser = new SaxesParser({ xmlns: true });
  const document: Element = { name: '', namespace: '', attributes: {}, text: '', children: [] };
  const open: Element[] = [document];
  const inner = () => open.at(-1) ?? document;
  const add = (text: string) => {
    inner().text += text;
  };
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('opentag', ({ name, uri, attributes }) => {
    const given: [string, SaxesAttributeNS][] = Object.entries(attributes);
    const element: Element = {
      ...{ name, namespace: uri, text: '', children: [] },
      attributes: Object.fromEntries(given.map(([key, { value }]) => [key, value])),
    };
    inner().children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  const [root] = document.children;
  if (!root) throw new Error('There is no element.');
  return root;
}

export function all(element: Element, name: string): Element[] {
  return element.children.filter((child) => child.name === name);
}

export function textOf(element: Element, name: string): string | null {
  return all(element, name)[0]?.text.trim() ?? null;
}
