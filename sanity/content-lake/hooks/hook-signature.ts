import { createHmac } from 'node:crypto';

/** `t=<ms>,v1=<base64url>`, as @sanity/webhook reads it. */
export function signatureHeader(body: string, secret: string, timestamp: number): string {
  const digest = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('base64url');
  return `t=${timestamp},v1=${digest}`;
}
