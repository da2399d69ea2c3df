import { type ExprNode, GroqSyntaxError, parse } from 'groq-js';
import type { JsonRecord } from '../dataset/document.ts';

export type ParseMode = 'normal' | 'delta';
export type ParseRequest = { query: string; params: JsonRecord; mode: ParseMode };

/** Plain data, so that it can come from another thread. */
export type ParseOutcome =
  | { kind: 'tree'; tree: ExprNode }
  | { kind: 'syntax-error'; message: string; position: number }
  | { kind: 'too-deep' }
  | { kind: 'too-long' };

export function parseOutcome({ query, params, mode }: ParseRequest): ParseOutcome {
  try {
    return { kind: 'tree', tree: parse(query, { params, mode }) };
  } catch (cause) {
    if (cause instanceof RangeError) return { kind: 'too-deep' };
    const message = cause instanceof Error ? cause.message : 'unable to parse query';
    return { kind: 'syntax-error', message, position: cause instanceof GroqSyntaxError ? cause.position : 0 };
  }
}
