const hidden = '•••';

/**
 * An address as its owner knows it again and nobody else learns it: the page that shows it opens to whoever a mail was
 * forwarded to. The dots are always three, so that they do not count letters.
 */
export function maskedAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const [local, host] = [address.slice(0, at), address.slice(at + 1)];
  return `${firstOf(local)}${hidden}@${firstOf(host)}${hidden}.${host.split('.').at(-1)}`;
}

function firstOf(text: string): string {
  return [...text][0] ?? '';
}
