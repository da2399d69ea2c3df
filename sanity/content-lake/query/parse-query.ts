import { type ExprNode, GroqSyntaxError, parse } from 'groq-js';
import type { JsonRecord } from '../dataset/document.ts';
import { dataError } from '../http/lake-error.ts';

const limits = { queryCharacters: 100_000, depth: 128, wildcardsInTerm: 6, cachedTrees: 1000 } as const;

const cache = new Map<string, ExprNode>();

/** groq-js bakes parameter values into the tree, so the cache is keyed by both. */
export function parseQuery(query: string, params: JsonRecord, mode: 'normal' | 'delta' = 'normal'): ExprNode {
  const key = JSON.stringify([mode, query, params]);
  const known = cache.get(key);
  if (known) {
    cache.delete(key);
    cache.set(key, known);
    return known;
  }
  refuseHostile(query, params);
  const tree = parseOrExplain(query, params, mode);
  // A cached key is kept in memory whole: one that is huge is not worth it.
  if (key.length < 10_000) cache.set(key, tree);
  for (const oldest of cache.keys()) {
    if (cache.size <= limits.cachedTrees) break;
    cache.delete(oldest);
  }
  return tree;
}

function parseOrExplain(query: string, params: JsonRecord, mode: 'normal' | 'delta'): ExprNode {
  try {
    return parse(query, { params, mode });
  } catch (cause) {
    if (cause instanceof GroqSyntaxError) {
      const start = cause.position;
      throw dataError(400, 'queryParseError', describe(cause, query), { query, start, end: query.length });
    }
    if (cause instanceof RangeError) throw tooDeep(query);
    const reason = cause instanceof Error ? cause.message : 'unable to parse query';
    throw dataError(400, 'queryParseError', reason, { query, start: 0, end: query.length });
  }
}

/** Worded as the hosted service does, because clients show it. */
function describe(error: GroqSyntaxError, query: string): string {
  if (query.slice(error.position).trim() === '') return 'unexpected end-of-file, expected expression';
  const [, detail] = /^Syntax error in GROQ query at position \d+[^:]*:?\s*(.*)$/s.exec(error.message) ?? [];
  return detail || error.message;
}

/** What cannot be stopped once it runs is refused before: recursion, and patterns that backtrack for ever. */
function refuseHostile(query: string, params: JsonRecord): void {
  if (query.length > limits.queryCharacters) {
    throw dataError(400, 'queryParseError', `The query is longer than ${limits.queryCharacters} characters`);
  }
  let depth = 0;
  for (const character of query) {
    if (character === '(' || character === '[' || character === '{') depth++;
    else if (character === ')' || character === ']' || character === '}') depth--;
    if (depth > limits.depth) throw tooDeep(query);
  }
  for (const term of `${query} ${JSON.stringify(params)}`.split(/[\s"']+/)) {
    if (term.split('*').length > limits.wildcardsInTerm * 2 && /[^*]\*[^*]/.test(term)) {
      throw dataError(400, 'queryParseError', 'A search term has too many wildcards');
    }
  }
}

function tooDeep(query: string): Error {
  return dataError(400, 'queryParseError', 'The query is nested too deeply', {
    query: query.slice(0, 1000),
    start: 0,
    end: query.length,
  });
}
