import type { Perspective } from '../dataset/perspectives.ts';
import type { QueryRequest } from './run-query.ts';

/** A query whose view is named, so that another thread can look it up. */
export type ApartQuery = Omit<QueryRequest, 'view'> & { perspective: Perspective; isEchoed: boolean };

/** To the thread. Documents go as JSON: written and read in less time than their parts are copied. */
export type ApartMessage =
  | { kind: 'documents'; texts: string[] }
  | { kind: 'changes'; changes: { id: string; text: string | null }[] }
  | { kind: 'query'; query: ApartQuery };

export type ApartAnswer =
  | { kind: 'begun' }
  | { kind: 'answer'; text: Uint8Array<ArrayBuffer> }
  | { kind: 'refused'; status: number; message: string; body: object }
  | { kind: 'failed'; reason: string };
