import type { IncomingMessage } from 'node:http';
import { isRecord, type JsonRecord } from '../dataset/document.ts';
import { httpError } from './lake-error.ts';

export async function readBytes(request: IncomingMessage, limitBytes: number): Promise<Buffer> {
  const declared = Number(request.headers['content-length'] ?? 0);
  if (declared > limitBytes) throw httpError(413, `The body is larger than ${limitBytes} bytes`);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > limitBytes) throw httpError(413, `The body is larger than ${limitBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export async function readJsonValue(request: IncomingMessage, limitBytes: number): Promise<unknown> {
  const text = (await readBytes(request, limitBytes)).toString('utf8');
  if (text === '') return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : 'unreadable';
    throw httpError(400, `The body is not valid JSON: ${reason}`);
  }
  if (isDeeper(value, deepest)) throw httpError(400, 'The body is nested too deeply');
  return value;
}

/** JSON.parse takes any depth; whatever walks through the value after that recurses. */
const deepest = 500;

function isDeeper(value: unknown, levels: number): boolean {
  let layer = [value];
  for (let level = 0; layer.length > 0; level++) {
    if (level > levels) return true;
    layer = layer.flatMap((part) => (typeof part === 'object' && part !== null ? Object.values(part) : []));
  }
  return false;
}

export async function readJson(request: IncomingMessage, limitBytes: number): Promise<JsonRecord> {
  const body = await readJsonValue(request, limitBytes);
  if (!isRecord(body)) throw httpError(400, 'The body must be a JSON object');
  return body;
}
