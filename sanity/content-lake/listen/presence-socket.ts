import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import { anonymous, type Caller, may } from '../auth/caller.ts';
import { isRecord, type JsonRecord } from '../dataset/document.ts';
import { LakeError } from '../http/lake-error.ts';
import { callerOf } from '../http/server.ts';
import type { Lake } from '../lake.ts';
import { sendFrame } from './send-frame.ts';

type Member = { caller: Caller; subscriptions: Set<string>; sessions: Set<string>; socket: WebSocket };

const heartbeat = '♥';
const heartbeatMilliseconds = 20_000;
/** Everything is told to every subscription: one member's are bounded, or his messages cost all others. */
const limits = { subscriptions: 20, sessions: 20 } as const;

/** Who is where in Studio: JSON-RPC over a WebSocket, everything told to everybody in the same room. */
export class PresenceRoom {
  readonly #lake: Lake;
  readonly #members = new Set<Member>();

  constructor(lake: Lake) {
    this.#lake = lake;
  }

  enter(socket: WebSocket): void {
    const member: Member = { caller: anonymous, subscriptions: new Set(), sessions: new Set(), socket };
    this.#members.add(member);
    const timer = setInterval(() => sendFrame(socket, heartbeat), heartbeatMilliseconds);
    timer.unref();
    socket.on('message', (data) => this.#receive(member, String(data)));
    socket.on('close', () => {
      clearInterval(timer);
      this.#members.delete(member);
      for (const session of member.sessions) this.#tellAll(member, { type: 'disconnect', m: { session } });
    });
  }

  #receive(member: Member, text: string): void {
    const request = parseRequest(text);
    if (!request) return;
    const { id, method, params } = request;
    const answer = (body: JsonRecord) =>
      sendFrame(member.socket, JSON.stringify({ jsonrpc: '2.0', id, ...body }));
    try {
      answer({ result: this.#perform(member, method, params) });
    } catch (error) {
      const code = error instanceof LakeError && error.status === 401 ? 4001 : -32601;
      answer({ error: { code, message: error instanceof Error ? error.message : 'Refused' } });
    }
  }

  #perform(member: Member, method: string, params: JsonRecord): unknown {
    if (method === 'authorization') {
      member.caller = callerOf(this.#lake, String(params.authorization ?? ''), this.#lake.clock());
      return { ok: true };
    }
    if (!may(member.caller, 'read')) throw new LakeError(401, 'Unauthorized', {});
    switch (method) {
      case 'presence_subscribe': {
        if (member.subscriptions.size >= limits.subscriptions) throw tooMany('subscriptions');
        const subscription = randomUUID();
        member.subscriptions.add(subscription);
        return subscription;
      }
      case 'presence_unsubscribe':
        member.subscriptions.delete(String(params.subscriptionId));
        return true;
      case 'presence_rollcall':
        this.#tellAll(member, { type: 'rollCall', session: params.session });
        return true;
      case 'presence_announce': {
        const state = isRecord(params.data) ? params.data : {};
        if (typeof state.sessionId === 'string') {
          if (member.sessions.size >= limits.sessions) throw tooMany('sessions');
          member.sessions.add(state.sessionId);
        }
        this.#tellAll(member, { type: 'state', m: state });
        return true;
      }
      case 'presence_disconnect':
        member.sessions.delete(String(params.session));
        this.#tellAll(member, { type: 'disconnect', m: { session: params.session } });
        return true;
      default:
        throw new LakeError(400, `Method ${method} not found`, {});
    }
  }

  #tellAll(sender: Member, event: JsonRecord): void {
    const i = sender.caller.kind === 'known' ? sender.caller.userId : '';
    for (const { socket, subscriptions } of this.#members) {
      for (const subscription of subscriptions) {
        const params = { subscription, result: { ...event, i } };
        sendFrame(socket, JSON.stringify({ jsonrpc: '2.0', method: 'presence_subscription', params }));
      }
    }
  }
}

function tooMany(what: string): LakeError {
  return new LakeError(429, `Too many ${what} on one socket`, {});
}

function parseRequest(text: string): { id: unknown; method: string; params: JsonRecord } | null {
  try {
    const value: unknown = JSON.parse(text);
    if (!isRecord(value) || typeof value.method !== 'string') return null;
    return { id: value.id, method: value.method, params: isRecord(value.params) ? value.params : {} };
  } catch {
    // Whoever sends no JSON gets no answer, as a heartbeat does.
    return null;
  }
}
