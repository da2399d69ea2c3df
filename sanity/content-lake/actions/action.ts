import { isRecord, type JsonRecord } from '../dataset/document.ts';
import { dataError } from '../http/lake-error.ts';

export type ActionRequest = JsonRecord & { actionType: string };

export function parseActions(value: unknown): ActionRequest[] {
  const list = Array.isArray(value) ? value : [value];
  return list.map((item: unknown) => {
    if (!isRecord(item) || typeof item.actionType !== 'string') {
      throw dataError(400, 'invalidActionError', 'Each action must be an object with an "actionType"');
    }
    return { ...item, actionType: item.actionType };
  });
}

/** A string that an action cannot do without. */
export function text(action: ActionRequest, name: string): string {
  const value = action[name];
  if (typeof value === 'string' && value !== '') return value;
  throw dataError(400, 'invalidActionError', `${action.actionType} needs "${name}"`);
}

export function textOrNull(action: ActionRequest, name: string): string | null {
  const value = action[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

export function record(action: ActionRequest, name: string): JsonRecord {
  const value = action[name];
  if (isRecord(value)) return value;
  throw dataError(400, 'invalidActionError', `${action.actionType} needs "${name}"`);
}

/** A document that an action brings along. */
export function documentIn(action: ActionRequest, name: string): JsonRecord & { _id: string; _type: string } {
  const value = record(action, name);
  if (typeof value._id === 'string' && typeof value._type === 'string') {
    return { ...value, _id: value._id, _type: value._type };
  }
  throw dataError(400, 'invalidActionError', `"${name}" needs "_id" and "_type"`);
}
