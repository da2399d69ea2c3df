import { randomBytes } from 'node:crypto';
import { isRecord, type JsonRecord } from '../dataset/document.ts';

/** `autoGenerateArrayKeys=true`: every object in an array gets a `_key` where it has none. */
export function withArrayKeys(value: JsonRecord): JsonRecord {
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, keyed(field)]));
}

function keyed(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => {
      const inner = keyed(item);
      return isRecord(inner) && inner._key === undefined ? { ...inner, _key: newKey() } : inner;
    });
  }
  return isRecord(value) ? withArrayKeys(value) : value;
}

function newKey(): string {
  return randomBytes(6).toString('hex');
}
