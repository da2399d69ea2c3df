import type { Heard } from '../leak/ask.ts';

/** What is wrong with the cookies of an answer; nothing for an answer without any. */
export function faultsOfCookies({ distinct, headers }: Heard, overTls: boolean): string[] {
  const lines = distinct['set-cookie'] ?? [];
  const kept = headers['cache-control'] ?? '';
  const faults = lines.flatMap((line) => faultsOf(line, overTls).map((fault) => `${nameOf(line)}: ${fault}`));
  if (lines.length > 0 && !/no-store/.test(kept)) faults.push(`a cookie on an answer with "${kept}"`);
  return faults;
}

const nameOf = (line: string) => line.split('=', 1)[0] ?? '';

function faultsOf(line: string, overTls: boolean): string[] {
  const [, ...attributes] = line.split(/; */);
  const has = (attribute: string) => attributes.some((one) => one.toLowerCase() === attribute.toLowerCase());
  const name = nameOf(line).replace(/^__Host-/, '');
  const isHint = name === 'hint';
  // What was typed goes to its form alone, for a minute; a path of its own cannot have the prefix.
  const isTyped = name === 'typed';
  const rules: [boolean, string][] = [
    [isHint || has('HttpOnly'), 'scripts can read it'],
    [has('SameSite=Lax'), 'other sites can send it'],
    [isTyped || has('Path=/'), 'it is bound to a path'],
    [!attributes.some((one) => /^domain=/i.test(one)), 'it goes to other hosts'],
    [!overTls || has('Secure'), 'it goes over plain HTTP'],
    [!overTls || isHint || isTyped || line.startsWith('__Host-'), 'another host of the domain can set it'],
    [overTls || !line.startsWith('__Host-'), 'no browser takes this prefix over plain HTTP'],
  ];
  return rules.filter(([kept]) => !kept).map(([, fault]) => fault);
}
