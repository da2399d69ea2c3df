import { Turns } from '../dataset/turns.ts';

/** Up to here it is quicker to write a value in one go. */
const fewParts = 5000;
const partsBetweenLooks = 200;
const pieceCharacters = 64 * 1024;

/** Whether a value has so few parts that writing it holds nobody up. */
export function isSmall(value: unknown): boolean {
  let left = fewParts;
  const walk = (part: unknown): boolean => {
    left--;
    if (typeof part === 'string') left -= part.length >> 8;
    if (left <= 0) return false;
    if (typeof part !== 'object' || part === null) return true;
    for (const key in part) if (!walk(Reflect.get(part, key))) return false;
    return true;
  };
  return walk(value);
}

/** The text that JSON.stringify would write, in pieces, giving way in between. */
export async function* jsonInTurns(value: unknown): AsyncGenerator<string> {
  const turns = new Turns();
  let text = '';
  let count = 0;
  for (const part of partsOf(value)) {
    text += part;
    if (text.length >= pieceCharacters) {
      yield text;
      text = '';
    }
    if (++count % partsBetweenLooks === 0 && turns.isSliceSpent()) await turns.take();
  }
  if (text !== '') yield text;
}

function* partsOf(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null || 'toJSON' in value) {
    yield JSON.stringify(value) ?? 'null';
    return;
  }
  if (isSmall(value)) {
    yield JSON.stringify(value);
    return;
  }
  const isList = Array.isArray(value);
  yield isList ? '[' : '{';
  let comma = '';
  for (const [key, part] of isList ? value.entries() : Object.entries(value)) {
    if (part === undefined && !isList) continue;
    yield isList ? comma : `${comma}${JSON.stringify(key)}:`;
    yield* partsOf(part);
    comma = ',';
  }
  yield isList ? ']' : '}';
}
