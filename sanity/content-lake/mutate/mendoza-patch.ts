import { applyPatch } from 'mendoza';
import { isRecord, type JsonRecord, type LakeDocument } from '../dataset/document.ts';

/** A list of opcodes and their operands, https://github.com/sanity-io/mendoza */
export type MendozaPatch = unknown[];
export type Effects = { apply: MendozaPatch; revert: MendozaPatch };

const op = {
  value: 0,
  pushFieldCopy: 10,
  pushFieldBlank: 11,
  pushElementCopy: 12,
  returnIntoObjectSameKeyPop: 15,
  returnIntoArrayPop: 16,
  objectSetFieldValue: 17,
  objectDeleteField: 19,
  arrayAppendValue: 20,
  arrayAppendSlice: 21,
} as const;

/** Effects speak of the document without its `_rev`: that is the transaction's id on either side. */
export function effectsBetween(before: LakeDocument | null, after: LakeDocument | null): Effects {
  const from = withoutRevision(before);
  const to = withoutRevision(after);
  return { apply: encode(from, to), revert: encode(to, from) };
}

export function applyEffect(document: LakeDocument | null, patch: MendozaPatch): unknown {
  return applyPatch(withoutRevision(document), patch);
}

function withoutRevision(document: LakeDocument | null): JsonRecord | null {
  if (document === null) return null;
  const { _rev: _, ...rest } = document;
  return rest;
}

function encode(from: JsonRecord | null, to: JsonRecord | null): MendozaPatch {
  if (from === null || to === null) return [op.value, to];
  return encodeObject(from, to);
}

function encodeObject(from: JsonRecord, to: JsonRecord): MendozaPatch {
  const patch: MendozaPatch = [];
  const keys = Object.keys(from).sort();
  keys.forEach((key, index) => {
    if (!(key in to)) patch.push(op.objectDeleteField, index);
    else if (!isSame(from[key], to[key])) patch.push(...encodeField(from[key], to[key], key, index));
  });
  for (const key of Object.keys(to)) {
    if (!(key in from)) patch.push(op.objectSetFieldValue, to[key], key);
  }
  return patch;
}

function encodeField(from: unknown, to: unknown, key: string, index: number): MendozaPatch {
  if (isRecord(from) && isRecord(to)) {
    return [op.pushFieldCopy, index, ...encodeObject(from, to), op.returnIntoObjectSameKeyPop];
  }
  // A blank array that nothing is appended to would stay null.
  if (Array.isArray(from) && Array.isArray(to) && from.length > 0 && to.length > 0) {
    return [op.pushFieldBlank, index, ...encodeArray(from, to), op.returnIntoObjectSameKeyPop];
  }
  return [op.objectSetFieldValue, to, key];
}

/** What is equal at both ends is copied, what lies between is written out or patched by place. */
function encodeArray(from: unknown[], to: unknown[]): MendozaPatch {
  const shorter = Math.min(from.length, to.length);
  let head = 0;
  while (head < shorter && isSame(from[head], to[head])) head++;
  let tail = 0;
  while (tail < shorter - head && isSame(from[from.length - 1 - tail], to[to.length - 1 - tail])) tail++;
  const patch: MendozaPatch = [];
  if (head > 0) patch.push(op.arrayAppendSlice, 0, head);
  for (let place = head; place < to.length - tail; place++) {
    const old = place < from.length - tail ? from[place] : undefined;
    const next = to[place];
    if (isRecord(old) && isRecord(next) && old._key !== undefined && old._key === next._key) {
      patch.push(op.pushElementCopy, place, ...encodeObject(old, next), op.returnIntoArrayPop);
    } else {
      patch.push(op.arrayAppendValue, next);
    }
  }
  if (tail > 0) patch.push(op.arrayAppendSlice, from.length - tail, from.length);
  return patch;
}

function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => isSame(item, b[index]));
  }
  if (!isRecord(a) || !isRecord(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && isSame(a[key], b[key]));
}
