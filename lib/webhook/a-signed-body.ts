import { createHmac } from 'node:crypto';

/** A test's sender: signs a body as the lake and hosted Sanity do. */
export function signatureOf(body: string, secret: string, moment: Date): string {
  const time = moment.getTime();
  return `t=${time},v1=${createHmac('sha256', secret).update(`${time}.${body}`).digest('base64url')}`;
}
